import Glibc
import Identifiers

/// The directory where a local server keeps its files.
///
/// `AYB_HOME`; else for root `/var/lib/ayb`, for others `$XDG_DATA_HOME/ayb` or `~/.local/share/ayb`.
package struct AybHome: Sendable, Hashable {
    /// The directory, absolute.
    package let path: String
    /// The directory of the Unix socket.
    package let socketDirectory: String
    /// The user who owns it.
    let userID: UInt32

    /// The Unix socket of the local server.
    package var socket: String { socketDirectory + "/" + Self.socketName }
    /// The generated admin token, 0600.
    package var adminKey: String { path + "/admin.key" }
    /// The process id of the local server, locked while it runs: see ``ServerProcessFile``.
    package var processFile: String { path + "/ayb-server.pid" }
    /// Locked during a start, so that two `ayb start` do not start two servers.
    package var startLock: String { path + "/start.lock" }
    /// The log of a server that `ayb start` started, 0600.
    package var log: String { path + "/ayb-server.log" }
    /// The page that leads a browser to the dashboard, 0600.
    package var dashboardPage: String { path + "/dashboard.html" }
    /// The data of the private PostgreSQL.
    package var postgres: String { path + "/postgres" }

    /// The longest path of a socket, in bytes: `sun_path` has 108 on Linux and 104 elsewhere, less some headroom.
    static let socketPathLimit = 91
    private static let socketName = "ayb.sock"

    /// Finds the directory, without making it.
    ///
    /// - Throws: ``ConfigurationError`` if there is no home directory to put it in.
    package init(process: ProcessContext = .current()) throws(ConfigurationError) {
        userID = process.userID
        if let home = process.environment["AYB_HOME"], !home.isEmpty {
            path = PathText.absolute(home, relativeTo: process.workingDirectory)
        } else if process.userID == 0 {
            path = "/var/lib/ayb"
        } else if let data = process.userDataDirectory {
            path = data + "/ayb"
        } else {
            throw ConfigurationError(place: "AYB_HOME", reason: "is not set, and this user has no home directory.")
        }
        socketDirectory = Self.socketDirectory(home: path, process: process)
    }

    /// `run` in the home directory, or if that path is too long for a socket, a directory named after its hash.
    private static func socketDirectory(home: String, process: ProcessContext) -> String {
        let inside = home + "/run"
        let hash = FNV1a.digits(FNV1a.hash64(home.utf8))
        let candidates = [inside, process.environment["XDG_RUNTIME_DIR"].map { "\($0)/ayb-\(hash)" }].compactMap(\.self)
        return candidates.first { $0.hasPrefix("/") && "\($0)/\(socketName)".utf8.count <= socketPathLimit }
            ?? "/tmp/ayb-\(process.userID)/\(hash)"
    }
}
