import Glibc
import SystemFiles

/// The file that identifies a local server: its process id, under a lock that ends with the process.
///
/// The id alone proves nothing, since the system reuses ids; the lock does. The file is never removed, so that nobody
/// can hold a lock on a file that others no longer see.
package struct ServerProcessFile: ~Copyable, Sendable {
    private let descriptor: Int32

    /// Takes the lock and writes this process's id. Keep the value for as long as the server runs.
    ///
    /// - Throws: ``Failure/held(by:)`` if another server has it, ``Failure/system(_:)``.
    package static func acquire(at path: String) throws(Failure) -> ServerProcessFile {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(SystemFailure("open \(path)")) }
        // A process that only checks takes the lock for an instant, so one refusal is no answer yet.
        var refusals = 0
        while !FileLock.exclusive.tryAcquire(descriptor) {
            if errno == EWOULDBLOCK, refusals < 20 {
                refusals += 1
                usleep(10_000)
                continue
            }
            let failure = SystemFailure("lock \(path)")
            close(descriptor)
            throw failure.code == EWOULDBLOCK ? .held(by: try? holder(at: path)) : .system(failure)
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count else {
            let failure = SystemFailure("write \(path)")
            close(descriptor)
            throw .system(failure)
        }
        return ServerProcessFile(descriptor: descriptor)
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// The process that holds the file; nil if nobody does, whatever the file says.
    ///
    /// - Throws: ``SystemFailure`` if the file exists and cannot be checked.
    package static func holder(at path: String) throws(SystemFailure) -> Int32? {
        // A server that has the lock may not have written its id yet: look again for a moment.
        for _ in 0..<50 {
            guard try isHeld(at: path) else { return nil }
            let text = try String(decoding: OpenFile(path, O_RDONLY).read(limit: 64), as: UTF8.self)
            if let id = Int32(text.prefix { $0.isNumber }), id > 0 { return id }
            usleep(10_000)
        }
        throw SystemFailure("read a process id from \(path)", code: EINVAL)
    }

    /// Whether a server holds the file.
    package static func isHeld(at path: String) throws(SystemFailure) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw SystemFailure("open \(path)")
        }
        defer { close(descriptor) }
        // Shared, so that two simultaneous checks do not see each other.
        if FileLock.shared.tryAcquire(descriptor) { return false }
        guard errno == EWOULDBLOCK else { throw SystemFailure("lock \(path)") }
        return true
    }
}

extension ServerProcessFile {
    /// Why the file could not be taken.
    package enum Failure: Error, Sendable {
        /// Another server has it; its process id, if it could be read.
        case held(by: Int32?)
        /// The system refused.
        case system(SystemFailure)
    }
}
