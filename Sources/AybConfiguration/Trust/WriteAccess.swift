import Glibc

/// Checks whether anybody but a user and root can change what a path leads to.
///
/// A file that only its user can write is not enough: whoever can write a directory on the way can replace the file,
/// unless the directory has the sticky bit (like /tmp) and its entry belongs to the user. The group's bits count like
/// those of others, which is also where the mask of a POSIX access control list shows (acl(5)).
package struct WriteAccess: Sendable {
    /// The user.
    let userID: UInt32
    /// Whether the owner does not matter where nobody can write: containers get keys and configuration that way, with
    /// the owner from outside. Whoever names such a file knows where it is from.
    let isNamed: Bool

    package init(userID: UInt32 = geteuid(), isNamed: Bool = true) {
        self.userID = userID
        self.isNamed = isNamed
    }

    /// Linux's own limit on links (path_resolution(7)).
    private static let linkLimit = 40

    /// The first thing on the way that others can change, or nil.
    ///
    /// - Parameter path: an absolute path. A directory at its end must not be writable by others at all: a sticky bit
    ///   keeps nobody from putting something in.
    /// - Throws: ``SystemFailure``; with `ENOENT` if the file does not exist.
    package func weakness(of path: String) throws(SystemFailure) -> PathWeakness? {
        try walk(path).weakness
    }

    /// The same for an open file that was opened by this path.
    ///
    /// A pipe, such as `<(command)`, has no directories; root made any device.
    package func weakness(of path: String, opened file: borrowing OpenFile) throws(SystemFailure) -> PathWeakness? {
        let status = try file.status()
        switch status.st_mode & S_IFMT {
        case S_IFCHR: return nil
        case S_IFREG:
            let (weakness, end) = try walk(path)
            if let weakness { return weakness }
            guard end.st_dev == status.st_dev, end.st_ino == status.st_ino else {
                return PathWeakness(path: path, kind: .replaced, userID: userID)
            }
            return nil
        default: return judge(path, status, isEnd: true)
        }
    }

    /// Follows the path as the kernel does, link by link.
    private func walk(_ path: String) throws(SystemFailure) -> (weakness: PathWeakness?, end: stat) {
        var rest = Array(path.split(separator: "/").reversed())
        var current = "/"
        var status = try Self.inspect(current)
        if let weakness = judge(current, status, isEnd: rest.isEmpty) { return (weakness, status) }
        var links = 0
        while let name = rest.popLast() {
            if name == "." { continue }
            // The path so far is free of links, so its text says where `..` leads.
            let isUp = name == ".."
            let next = isUp ? PathText.directory(of: current) : current == "/" ? "/\(name)" : "\(current)/\(name)"
            status = try Self.inspect(next)
            if let weakness = judge(next, status, isEnd: rest.isEmpty) { return (weakness, status) }
            guard status.st_mode & S_IFMT == S_IFLNK else {
                current = next
                continue
            }
            links += 1
            guard links <= Self.linkLimit else { throw SystemFailure("follow \(path)", code: ELOOP) }
            let target = try Self.target(of: next)
            if target.hasPrefix("/") { current = "/" }
            rest += target.split(separator: "/").reversed()
        }
        return (nil, status)
    }

    private func judge(_ path: String, _ status: stat, isEnd: Bool) -> PathWeakness? {
        let kind = status.st_mode & S_IFMT
        guard status.st_uid == userID || status.st_uid == 0 else {
            if isNamed, Self.isReadOnly(kind == S_IFLNK ? PathText.directory(of: path) : path) { return nil }
            return PathWeakness(path: path, kind: .foreign(owner: status.st_uid), userID: userID)
        }
        // The permissions of a link mean nothing, and those of a socket say who may connect.
        guard kind != S_IFLNK, kind != S_IFSOCK, status.st_mode & 0o022 != 0 else { return nil }
        let isDirectory = kind == S_IFDIR
        if isDirectory, !isEnd, status.st_mode & S_ISVTX != 0 { return nil }
        if Self.isReadOnly(path) { return nil }
        return PathWeakness(path: path, kind: .writable(isDirectory: isDirectory), userID: userID)
    }

    /// Whether nobody can write there, whatever the permissions say.
    private static func isReadOnly(_ path: String) -> Bool {
        var system = statvfs()
        return statvfs(path, &system) == 0 && system.f_flag & UInt(ST_RDONLY) != 0
    }

    private static func inspect(_ path: String) throws(SystemFailure) -> stat {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw SystemFailure("inspect \(path)") }
        return status
    }

    private static func target(of link: String) throws(SystemFailure) -> String {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &bytes, bytes.count)
        guard count > 0 else { throw SystemFailure("read the link \(link)") }
        return String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
