import AybConfiguration
import FoundationEssentials
import Glibc
import SystemFiles

/// A private server's directory, 0700, with its log. It is removed at the end, or by the next command if this one is
/// killed.
///
/// The log is locked. The server's output is the same open file, so the lock lasts until both processes are gone.
final class CommandDirectory: Sendable {
    /// Its path.
    let path: String
    /// The open log, for the server's output.
    let log: Int32

    private static let prefix = "ayb-run-"
    private static let logName = "log"

    /// Makes one, after removing what killed commands left.
    init() throws(SystemFailure) {
        let parent = Self.parent
        Self.removeLeftovers()
        guard let path = UniqueDirectory.make("\(parent)/\(Self.prefix)") else {
            throw SystemFailure("make a directory in \(parent)")
        }
        self.path = path
        do {
            log = try Self.openLog(in: path)
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
    }

    deinit { close(log) }

    /// The path of the log.
    var logFile: String { "\(path)/\(Self.logName)" }

    /// Removes it.
    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// `TMPDIR`, unless it is too long for a socket.
    static var parent: String {
        guard let wanted = getenv("TMPDIR").map({ String(cString: $0) }), wanted.hasPrefix("/"),
            wanted.utf8.count < 60
        else { return "/tmp" }
        return wanted
    }

    /// It gets its name once it is locked: an unlocked log has no owner any more.
    private static func openLog(in directory: String) throws(SystemFailure) -> Int32 {
        let (aside, place) = ("\(directory)/\(logName).new", "\(directory)/\(logName)")
        let descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemFailure("create \(place)") }
        guard FileLock.exclusive.tryAcquire(descriptor), rename(aside, place) == 0 else {
            let failure = SystemFailure("create \(place)")
            close(descriptor)
            throw failure
        }
        return descriptor
    }

    /// Removes directories of this user's commands whose client and server are both gone.
    static func removeLeftovers(in parent: String = parent) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
            if isLeft("\(parent)/\(name)") { try? FileManager.default.removeItem(atPath: "\(parent)/\(name)") }
        }
    }

    /// Whether a directory is ours and nobody holds its log. Links are not followed.
    private static func isLeft(_ path: String) -> Bool {
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard directory >= 0 else { return false }
        defer { close(directory) }
        let log = openat(directory, logName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard log >= 0 else { return false }
        defer { close(log) }
        var (outside, inside) = (stat(), stat())
        guard fstat(directory, &outside) == 0, fstat(log, &inside) == 0 else { return false }
        return outside.st_uid == geteuid() && outside.st_mode & 0o7777 == 0o700
            && inside.st_uid == geteuid() && inside.st_mode & S_IFMT == S_IFREG
            && FileLock.exclusive.tryAcquire(log)
    }
}
