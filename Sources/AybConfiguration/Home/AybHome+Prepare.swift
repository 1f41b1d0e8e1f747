import Glibc

extension AybHome {
    /// Makes the directories, new ones with mode 0700. Others may search root's, but not read it: the private
    /// PostgreSQL in it runs as another user.
    ///
    /// - Throws: ``SystemFailure``, or ``ConfigurationError`` if others can write or replace one of them.
    package func prepare() throws {
        try prepareDirectory()
        try makeSocketDirectory()
    }

    /// Makes only the directory.
    package func prepareDirectory() throws {
        try Self.make(path, mode: userID == 0 ? 0o711 : 0o700)
        try check()
    }

    /// Checks that nobody else can put a key, a process id or a file of trust into the directory. It may be missing.
    ///
    /// - Throws: ``ConfigurationError`` with what to do.
    package func check() throws(ConfigurationError) { try check(path) }

    /// Makes the directory of the Unix socket.
    package func makeSocketDirectory() throws {
        try Self.make(socketDirectory)
        try checkSocketDirectory()
    }

    /// Checks that nobody else can have put a socket there: in /tmp anybody can make a directory first.
    ///
    /// - Throws: ``ConfigurationError`` with what to do.
    package func checkSocketDirectory() throws(ConfigurationError) { try check(socketDirectory) }

    private func check(_ directory: String) throws(ConfigurationError) {
        let weakness: PathWeakness?
        do {
            weakness = try WriteAccess(userID: userID).weakness(of: directory)
        } catch {
            guard error.code != ENOENT, error.code != ENOTDIR else { return }
            throw ConfigurationError(place: directory, reason: "\(error).")
        }
        guard let weakness else { return }
        throw ConfigurationError(
            place: directory, reason: weakness.text(for: directory) + " (or set AYB_HOME to another directory)")
    }

    private static func make(_ directory: String, mode: mode_t = 0o700) throws(SystemFailure) {
        if mkdir(directory, mode) == 0 { return }
        switch errno {
        case EEXIST: return
        case ENOENT:
            try make(PathText.directory(of: directory), mode: mode)
            guard mkdir(directory, mode) == 0 || errno == EEXIST else {
                throw SystemFailure("make the directory \(directory)")
            }
        default: throw SystemFailure("make the directory \(directory)")
        }
    }
}
