import Glibc
import SystemPackage

/// Small files that exist whole or not at all, even after a power cut.
enum DurableFile {
    /// Writes the text to a new file, with the given permissions from the start, then replaces the file with it.
    static func write(_ text: String, to path: String, permissions: FilePermissions) throws(ClusterError) {
        let aside = "\(path).new-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
        do {
            let file = try FileDescriptor.open(
                FilePath(aside), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow],
                permissions: permissions)
            try file.closeAfter {
                // The umask cuts the permissions at creation.
                guard fchmod(file.rawValue, mode_t(permissions.rawValue)) == 0 else { throw Errno(rawValue: errno) }
                try file.writeAll(text.utf8)
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
        } catch {
            throw .directory("The file '\(aside)' cannot be written: \(error).")
        }
        try rename(aside, to: path)
    }

    /// Renames a file or directory in its directory, replacing any holder of the new name.
    static func rename(_ old: String, to new: String) throws(ClusterError) {
        guard Glibc.rename(old, new) == 0 else {
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

    /// Appends text to an existing file, which may not be a symbolic link.
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
