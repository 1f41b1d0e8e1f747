import Glibc

/// Directories for short use that only this user can enter.
package enum UniqueDirectory {
    /// Makes an empty one, with mode 0700 from the start.
    ///
    /// - Parameter start: the beginning of its path, to which six random characters are added.
    /// - Returns: Its path, or nil; `errno` says why not.
    package static func make(_ start: String) -> String? {
        // mkdtemp(3) replaces the X with a unique name.
        var template = Array("\(start)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
