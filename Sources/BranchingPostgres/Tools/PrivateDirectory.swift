import FoundationEssentials
import Glibc
import SystemFiles
package import SystemPackage

/// A fresh directory that only this user can enter, for the files that hold a password.
package struct PrivateDirectory: Sendable {
    package let path: FilePath
    /// Open and locked while the directory is in use, unlike one that a killed process left.
    private let lock: OwnedDescriptor

    /// Where those of this process are made.
    package static var parent: FilePath { FilePath(FileManager.default.temporaryDirectory.path) }

    /// Makes it inside another directory, with mode 0700 from the start.
    package init(in parent: FilePath) throws(ToolError) {
        guard let made = UniqueDirectory.make(parent.appending("\(Self.prefix)\(getpid())-").string) else {
            throw .io(what: "No temporary directory could be made in \(parent)", why: "\(Errno(rawValue: errno))")
        }
        path = FilePath(made)
        guard let lock = Self.opened(path), Self.takesLock(lock) else {
            throw .io(what: "The directory \(path) could not be locked", why: "\(Errno(rawValue: errno))")
        }
        self.lock = lock
    }

    /// Writes a new file in it, with mode 0600 from the start.
    package func write(_ text: String, to file: FilePath) throws(ToolError) {
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
    package func remove() {
        // Even if removal fails, nobody else can read it.
        try? FileManager.default.removeItem(atPath: path.string)
        lock.close()
    }
}

// MARK: - What a killed process left

extension PrivateDirectory {
    static let prefix = "ayb-dump-"

    /// How old an empty directory has to be, in seconds: the maker of a younger one may not have locked it yet.
    private static let youngest = 60

    /// Removes the directories that killed processes of this user left, with the passwords in them.
    package static func removeLeftovers(in parent: FilePath) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.string)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let path = parent.appending(name)
            guard let directory = opened(path), isLeft(directory, at: path, named: name), takesLock(directory) else {
                continue
            }
            try? FileManager.default.removeItem(atPath: path.string)
        }
    }

    /// Whether it is ours alone, and its process is gone or has had time to lock it. Across PID namespaces, such as
    /// containers, only the lock tells; files are in it only once it is locked.
    private static func isLeft(_ directory: OwnedDescriptor, at path: FilePath, named name: String) -> Bool {
        var status = stat()
        guard fstat(directory.descriptor.rawValue, &status) == 0, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0
        else { return false }
        if time(nil) - status.st_mtim.tv_sec > youngest { return true }
        let isEmpty = (try? FileManager.default.contentsOfDirectory(atPath: path.string))?.isEmpty ?? true
        let maker = name.dropFirst(prefix.count).prefix { $0 != "-" }
        guard let process = pid_t(maker), process > 0, process != getpid(), !isEmpty else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    /// Opens the directory itself, not a link's target.
    private static func opened(_ path: FilePath) -> OwnedDescriptor? {
        let options: FileDescriptor.OpenOptions = [.directory, .noFollow, .closeOnExec]
        return (try? FileDescriptor.open(path, .readOnly, options: options)).map(OwnedDescriptor.init)
    }

    /// Locks it until it is closed, unless another process has it locked.
    private static func takesLock(_ directory: OwnedDescriptor) -> Bool {
        FileLock.exclusive.tryAcquire(directory.descriptor.rawValue)
    }
}
