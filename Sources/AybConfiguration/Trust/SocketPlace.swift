import Glibc

/// Whether only the server can be behind a configured Unix socket: a key goes to whoever listens there.
package enum SocketPlace {
    /// - Throws: ``ConfigurationError`` if others can have put a socket there. There may be none.
    package static func check(_ socket: String, userID: UInt32) throws(ConfigurationError) {
        let weakness: PathWeakness?
        do {
            weakness = try WriteAccess(userID: userID).weakness(of: socket)
        } catch {
            guard error.code != ENOENT, error.code != ENOTDIR else { return }
            throw ConfigurationError(place: socket, reason: "\(error).")
        }
        guard let weakness, !isOfService(socket, weakness) else { return }
        throw ConfigurationError(
            place: socket,
            reason:
                "no key is sent to this socket: \(weakness.text(for: socket)) (or set server.socket to another place)"
        )
    }

    /// A service user's own directory, such as systemd's RuntimeDirectory, with a socket of the same user.
    private static func isOfService(_ socket: String, _ weakness: PathWeakness) -> Bool {
        guard case .foreign(let owner) = weakness.kind, weakness.path != socket else { return false }
        var (directory, itself, found) = (stat(), stat(), stat())
        return stat(PathText.directory(of: socket), &directory) == 0 && lstat(socket, &itself) == 0
            && lstat(weakness.path, &found) == 0 && found.st_ino == directory.st_ino && found.st_dev == directory.st_dev
            && directory.st_mode & 0o022 == 0 && itself.st_mode & S_IFMT == S_IFSOCK && itself.st_uid == owner
    }
}
