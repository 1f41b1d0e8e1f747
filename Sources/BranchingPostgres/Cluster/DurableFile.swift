import SystemPackage

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Small files that are there whole or not at all, also after a power cut.
enum DurableFile {
    /// Writes the text aside, with the given permissions from the first byte on, and puts it in the place of the file.
    static func write(_ text: String, to path: String, permissions: FilePermissions) throws(ClusterError) {
        let aside = "\(path).new-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
        do {
            let file = try FileDescriptor.open(
                FilePath(aside), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow],
                permissions: permissions)
            try file.closeAfter {
                // The permissions at creation are cut by the umask.
                guard fchmod(file.rawValue, mode_t(permissions.rawValue)) == 0 else { throw Errno(rawValue: errno) }
                try file.writeAll(text.utf8)
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
        } catch {
            throw .directory("The file '\(aside)' cannot be written: \(error).")
        }
        try rename(aside, to: path)
    }

    /// Gives a file or directory another name in the same directory, replacing what had it.
    static func rename(_ old: String, to new: String) throws(ClusterError) {
        #if canImport(Darwin)
        let status = Darwin.rename(old, new)
        #elseif canImport(Musl)
        let status = Musl.rename(old, new)
        #else
        let status = Glibc.rename(old, new)
        #endif
        guard status == 0 else {
            throw .directory("'\(old)' cannot be renamed to '\(new)': \(Errno(rawValue: errno)).")
        }
        let parent = FilePath(new).removingLastComponent()
        do {
            let directory = try FileDescriptor.open(parent, .readOnly, options: [.closeOnExec, .directory])
            try directory.closeAfter { _ = fsync(directory.rawValue) }
        } catch {
            throw .directory("The directory '\(parent)' cannot be written: \(error).")
        }
    }

    /// Adds text to the end of a file that exists, which may not be a symbolic link.
    static func append(_ text: String, to path: String) throws(ClusterError) {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.append, .closeOnExec, .noFollow])
            try file.closeAfter {
                try file.writeAll(text.utf8)
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
        } catch {
            throw .directory("The file '\(path)' cannot be written: \(error).")
        }
    }
}
