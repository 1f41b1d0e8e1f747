/// A fixture contains something that cannot be read or written.
struct UnknownRecord: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
