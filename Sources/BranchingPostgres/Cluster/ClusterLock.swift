import SystemFiles
import SystemPackage

/// An exclusive lock between processes, on a file that stays. The kernel releases it when its holder ends, however it
/// ends, and no child inherits it.
final class ClusterLock: Sendable {
    private let file: FileDescriptor

    private init(file: FileDescriptor) {
        self.file = file
    }

    deinit {
        try? file.close()
    }

    /// Takes the lock, or returns nil if another process holds it.
    static func tryAcquire(_ path: String) throws(ClusterError) -> ClusterLock? {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .readWrite, options: [.create, .closeOnExec, .noFollow], permissions: .ownerReadWrite)
            let lock = ClusterLock(file: file)
            guard FileLock.exclusive.tryAcquire(file.rawValue) else { return nil }
            return lock
        } catch {
            throw .directory("The lock file '\(path)' cannot be opened: \(error).")
        }
    }

    /// Takes the lock, waiting until its holder releases it.
    ///
    /// - Throws: ``ClusterError/busy(directory:)`` after the limit.
    static func acquire(_ path: String, of directory: String, limit: Duration) async throws -> ClusterLock {
        let end = ContinuousClock.now + limit
        while true {
            if let lock = try tryAcquire(path) { return lock }
            guard ContinuousClock.now < end else { throw ClusterError.busy(directory: directory) }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
