import FoundationEssentials
import Glibc
import Identifiers
import Subprocess
import SystemPackage

/// Where the parts of a private cluster are.
///
/// The directory itself belongs to us. If we are root, the server's user can read `ayb.conf` in it and write only into
/// its own subdirectories, so that a superuser of the cluster cannot become root through files that root writes.
struct ClusterDirectory: Sendable, Hashable {
    /// The directory: absolute and without symbolic links.
    let path: String
    /// Who owns the data.
    let owner: ClusterOwner

    /// PostgreSQL's data directory.
    var data: String { "\(path)/data" }
    /// The superuser's password, in a file that only we can read.
    var passwordFile: String { "\(path)/password" }
    /// The port of the last start.
    var portFile: String { "\(path)/port" }
    /// Our settings, which `postgresql.conf` includes.
    var settingsFile: String { "\(path)/ayb.conf" }
    /// The server's logs, one for each day of the week, and the log of its start.
    var logDirectory: String { "\(path)/log" }
    /// What the server writes until its own log is open.
    var startLog: String { "\(logDirectory)/postmaster.log" }
    /// Locked while the cluster is started or stopped.
    var startLock: String { "\(path)/start.lock" }
    /// Locked by the process that stops the cluster when it exits.
    var ownerLock: String { "\(path)/owner.lock" }

    /// The longest path of a socket directory, in bytes. The path of a Unix socket has 104 bytes on macOS and 108 on
    /// Linux (unix(7)), and the socket's own name up to 15.
    static let longestSocketDirectory = 91

    /// The directory of the Unix socket: ours, or one with a short path if ours is too long.
    var socketDirectory: String {
        let own = "\(path)/run"
        guard own.utf8.count > Self.longestSocketDirectory else { return own }
        return "/tmp/ayb-pg-" + String(FNV1a.hash64(path.utf8), radix: 16)
    }

    /// Makes missing directories, and checks those that exist.
    static func prepare(_ given: String, owner: ClusterOwner) async throws -> ClusterDirectory {
        guard !given.contains(where: { "\"$`\\\n".contains($0) }) else {
            throw ClusterError.directory(
                "PostgreSQL's tools cannot work in '\(given)': they do not take a path with a quote, '$', '\\' or a line break. Choose another directory."
            )
        }
        do {
            try FileManager.default.createDirectory(atPath: given, withIntermediateDirectories: true)
        } catch {
            throw ClusterError.directory("The directory '\(given)' cannot be made: \(error).")
        }
        guard let resolved = realpath(given, nil) else {
            throw ClusterError.directory("The directory '\(given)' cannot be found: \(Errno(rawValue: errno)).")
        }
        defer { free(resolved) }
        let directory = ClusterDirectory(path: String(cString: resolved), owner: owner)
        try directory.checkThatItIsOurs()
        try secure(directory.path, userID: geteuid(), mode: owner.isSomebodyElse ? 0o711 : 0o700)
        for path in [directory.logDirectory, directory.socketDirectory] {
            try handOver(path, to: owner)
            try secure(path, userID: owner.userID, mode: 0o700)
        }
        if owner.isSomebodyElse { try await directory.checkThatOwnerComesIn() }
        return directory
    }

    /// Makes a directory for the owner. One that is still ours is handed over too: another first start made it, and is
    /// at this very point or was killed there.
    private static func handOver(_ path: String, to owner: ClusterOwner) throws(ClusterError) {
        var status = stat()
        let isNew = mkdir(path, 0o700) == 0
        let isOurs = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid()
        if isNew || isOurs { try owner.take(path) }
    }

    /// Refuses a directory in use for something else, before anything in it changes: whoever may set the data's
    /// location must not be able to open a directory of ours to others, or close it.
    private func checkThatItIsOurs() throws(ClusterError) {
        guard !isOurFile(startLock), let stranger = try names(in: path).first(where: { !isOurs($0) }) else { return }
        throw .directory(
            "The directory '\(path)' contains '\(stranger)' and is not a private PostgreSQL of ayb. Nothing was changed. Set database.embedded_data_dir to a directory that is empty or does not exist."
        )
    }

    /// Whether a killed start of ours, or a restored backup, explains an entry of the directory.
    private func isOurs(_ name: String) -> Bool {
        switch name {
        case "log", "run": (try? names(in: "\(path)/\(name)").isEmpty) == true
        case "data": isOurFile(passwordFile) && FileManager.default.fileExists(atPath: "\(data)/PG_VERSION")
        case "password", "port", "ayb.conf", "start.lock", "owner.lock": isOurFile("\(path)/\(name)")
        default: name.contains(".new-")
        }
    }

    private func names(in directory: String) throws(ClusterError) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: directory) } catch {
            throw .directory("The directory '\(directory)' cannot be read: \(error).")
        }
    }

    private func isOurFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid()
    }

    /// Checks that a path is the given user's directory and no link, and sets its permissions.
    private static func secure(_ path: String, userID: UInt32, mode: mode_t) throws(ClusterError) {
        // All on the open directory: meanwhile the path may come to lead elsewhere.
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard directory >= 0 else {
            throw .directory("The directory '\(path)' cannot be opened: \(Errno(rawValue: errno)).")
        }
        defer { close(directory) }
        var status = stat()
        guard fstat(directory, &status) == 0, status.st_uid == userID else {
            throw .directory(
                "'\(path)' is not a directory of the user with the id \(userID). Move it away, or run ayb-server as its owner."
            )
        }
        guard status.st_mode & 0o777 == mode || fchmod(directory, mode) == 0 else {
            throw .directory("The permissions of '\(path)' cannot be set: \(Errno(rawValue: errno)).")
        }
    }

    /// Checks, as PostgreSQL's user, that every directory on the way can be traversed.
    private func checkThatOwnerComesIn() async throws {
        var parents = [path]
        while let last = parents.last, last != "/" { parents.append(FilePath(last).removingLastComponent().string) }
        let script = #"for directory; do test -x "$directory" || { echo "$directory"; exit 1; }; done"#
        let result = try await run(
            owner.command("/bin/sh", ["-c", script, "sh"] + parents.reversed()), output: .string(limit: 16384))
        guard result.terminationStatus.isSuccess else {
            let closed = result.standardOutput.filter { !$0.isNewline }
            throw ClusterError.directory(
                "PostgreSQL runs as the user '\(ClusterOwner.unprivilegedName)', who may not pass through '\(closed)' to '\(path)'. Allow it ('chmod o+x \(closed)'), or set AYB_HOME to another directory."
            )
        }
    }
}
