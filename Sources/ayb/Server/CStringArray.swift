import Glibc

/// Arrays of C strings that end with NULL, for exec and spawn.
enum CStringArray {
    /// Calls a function with the array, which is valid only during the call.
    static func with<Result>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return withUnsafeTemporaryAllocation(
            of: UnsafeMutablePointer<CChar>?.self, capacity: copies.count + 1
        ) { buffer in
            _ = buffer.initialize(from: copies + [nil])
            // The capacity is at least 1, so there is always a first element.
            return withUnsafeMutablePointer(to: &buffer[0], body)
        }
    }
}
