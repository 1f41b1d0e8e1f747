/// What changed, in a few words each.
struct DifferenceNotes {
    private(set) var texts: [String] = []

    /// Notes that a value changed, if it did.
    mutating func note(_ what: String, _ before: String?, _ after: String?) {
        if before != after { texts.append("\(what) \(before ?? "none") -> \(after ?? "none")") }
    }

    /// Notes a change that has no values to show.
    mutating func add(_ text: String) { texts.append(text) }

    /// Notes that something turned on or off, if it did.
    mutating func note(_ what: String, _ before: Bool, _ after: Bool) {
        note(what, before ? "yes" : "no", after ? "yes" : "no")
    }
}
