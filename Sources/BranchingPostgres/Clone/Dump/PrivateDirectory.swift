import FoundationEssentials
import SystemPackage

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A fresh directory that only this user can enter, for the files that hold a password.
struct PrivateDirectory: Sendable {
    let path: FilePath

    /// Makes it inside another directory; mode 0700 from its first moment.
    init(in parent: FilePath) throws(DumpError) {
        var template = Array(parent.appending("ayb-dump-XXXXXX").string.utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
        }
        guard isMade else {
            throw .io(
                what: "No temporary directory could be made in \(parent)", why: Errno(rawValue: errno).description)
        }
        path = FilePath(String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    /// Writes a file of it that did not exist; mode 0600 from its first moment.
    func write(_ text: String, to file: FilePath) throws(DumpError) {
        do {
            let descriptor = try FileDescriptor.open(
                file, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite])
            try descriptor.closeAfter { _ = try descriptor.writeAll(text.utf8) }
        } catch {
            throw .io(what: "The file \(file) could not be written", why: "\(error)")
        }
    }

    /// Removes it with its files.
    func remove() {
        // What cannot be removed is still readable by nobody else.
        try? FileManager.default.removeItem(atPath: path.string)
    }
}
