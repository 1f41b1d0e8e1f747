package import BranchingCore
package import BranchingPostgres
import FoundationEssentials
import Subprocess

/// A private, throw-away PostgreSQL cluster. All of it is in one temporary directory, which is removed with it, at the
/// latest when the test process ends, however it ends.
///
/// It has the documented roles (TestCluster+Roles). Its passwords are full of characters that are special in connection
/// strings and shells, and nobody connects without one, so every test exercises quoting and authentication.
package final class TestCluster: Sendable {
    /// The superuser.
    package static let user = "tester"
    /// Its password.
    package static let password = Secret("p@ss:/w%o'r d")
    /// The database for maintenance connections.
    package static let maintenanceDatabase = "postgres"

    /// The programs that it runs on.
    package let binaries: PostgresBinaries
    /// The address it listens on, besides the socket.
    package let host = "127.0.0.1"
    /// The port, of the socket as well.
    package let port: Int
    /// The temporary directory.
    package let directory: String
    /// The directory of its Unix socket.
    package var socketDirectory: String { directory }
    /// The data directory.
    package var dataDirectory: String { "\(directory)/data" }
    /// The file that the server logs to.
    package var logFile: String { "\(directory)/log" }

    /// What the server logged.
    package func log() throws -> String { try String(contentsOfFile: logFile, encoding: .utf8) }

    let tools: ClusterTools
    private let watchdog: ClusterWatchdog

    /// Its minor release.
    package var version: TestedVersion { TestedVersion(binaries.version, major: binaries.majorVersion) }

    private init(tools: ClusterTools, directory: String, port: Int, watchdog: ClusterWatchdog) {
        self.tools = tools
        self.binaries = tools.binaries
        self.directory = directory
        self.port = port
        self.watchdog = watchdog
    }

    /// Makes and starts a cluster of the given programs.
    static func make(binaries: PostgresBinaries) async throws -> TestCluster {
        let tools = ClusterTools(binaries: binaries, owner: try ClusterOwner.current())
        try SeenVersions.add(binaries.version)
        for _ in 0..<4 {
            let cluster = try await prepared(tools)
            do {
                try await cluster.start()
                try await cluster.makeRoles()
                return cluster
            } catch {
                // initdb takes long, and another process may have taken the port meanwhile.
                guard !LoopbackPort.isFree(cluster.port) else { throw error }
            }
        }
        let cluster = try await prepared(tools)
        try await cluster.start()
        try await cluster.makeRoles()
        return cluster
    }

    private static func prepared(_ tools: ClusterTools) async throws -> TestCluster {
        let directory = try TestDirectory.make(ownedBy: tools.owner)
        let port = try LoopbackPort.choose()
        let watchdog = try ClusterWatchdog(directory: directory, dataDirectory: "\(directory)/data")
        let cluster = TestCluster(tools: tools, directory: directory, port: port, watchdog: watchdog)
        try await cluster.initialize()
        return cluster
    }

    /// Makes and starts a hot standby of this cluster.
    package func standby() async throws -> TestCluster {
        let directory = try TestDirectory.make(ownedBy: tools.owner)
        let standby = TestCluster(
            tools: tools, directory: directory, port: try LoopbackPort.choose(),
            watchdog: try ClusterWatchdog(directory: directory, dataDirectory: "\(directory)/data"))
        try await tools.run(
            .pgBasebackup,
            [
                "--pgdata=\(standby.dataDirectory)", "--write-recovery-conf", "--checkpoint=fast", "--no-sync",
                "--host=\(host)", "--port=\(port)", "--username=\(Self.user)", "--no-password",
            ], variables: ["PGPASSWORD": Self.password.reveal()])
        let file = "\(standby.dataDirectory)/postgresql.conf"
        let copied = try String(contentsOfFile: file, encoding: .utf8)
        try (copied + standby.settings).write(toFile: file, atomically: false, encoding: .utf8)
        try await standby.start()
        return standby
    }

    private func initialize() async throws {
        let passwordFile = "\(directory)/password"
        try Self.password.reveal().write(toFile: passwordFile, atomically: false, encoding: .utf8)
        try tools.owner.take(passwordFile)
        try await tools.run(
            .initdb,
            [
                "--pgdata=\(dataDirectory)", "--username=\(Self.user)", "--pwfile=\(passwordFile)",
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-sync",
            ])
        try FileManager.default.removeItem(atPath: passwordFile)
        let file = "\(dataDirectory)/postgresql.conf"
        let given = try String(contentsOfFile: file, encoding: .utf8)
        try (given + settings).write(toFile: file, atomically: false, encoding: .utf8)
    }

    private var settings: String {
        """

        listen_addresses = '\(host)'
        port = \(port)
        unix_socket_directories = '\(socketDirectory)'
        unix_socket_permissions = 0700
        fsync = off
        full_page_writes = off
        shared_buffers = 64MB
        max_connections = 200
        max_prepared_transactions = 10
        wal_level = logical
        max_replication_slots = 10
        max_wal_senders = 10

        """
    }
}
