/// Paths, as text.
package enum PathText {
    /// The path, absolute and without `.` and empty parts. `..` stays: after a symbolic link only the kernel can
    /// resolve it.
    package static func absolute(_ path: String, relativeTo directory: String) -> String {
        let whole = path.hasPrefix("/") ? path : directory + "/" + path
        return "/" + whole.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }

    /// The directory of a path.
    package static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
