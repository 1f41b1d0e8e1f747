import Glibc

extension AybHome {
    /// Makes the directories, 0700 where they are new. Root's may be passed through, though not read, by others: the
    /// private PostgreSQL in it runs as another user.
    ///
    /// - Throws: ``SystemFailure``; also where the socket's directory stands in /tmp and belongs to another.
    package func prepare() throws(SystemFailure) {
        try Self.make(path, mode: userID == 0 ? 0o711 : 0o700)
        try makeSocketDirectory()
    }

    /// Makes the directory of the Unix socket.
    package func makeSocketDirectory() throws(SystemFailure) {
        try Self.make(socketDirectory)
        try checkSocketDirectory()
    }

    /// Whether nobody else can have put a socket there: in /tmp anybody can make a directory first.
    ///
    /// - Throws: ``SystemFailure`` with `EPERM`, or with `ENOENT` where there is no directory.
    package func checkSocketDirectory() throws(SystemFailure) {
        guard socketDirectory.hasPrefix("/tmp/ayb-\(userID)/") else { return }
        for directory in [PathText.directory(of: socketDirectory), socketDirectory] {
            var status = stat()
            guard lstat(directory, &status) == 0 else { throw SystemFailure("inspect \(directory)") }
            guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == userID, status.st_mode & 0o077 == 0 else {
                throw SystemFailure("use \(directory), which is not a directory of yours alone", code: EPERM)
            }
        }
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
