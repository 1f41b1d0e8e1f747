import BranchingCore
import EmbeddedPostgres
import FoundationEssentials
import Glibc
import Logging
import TestSupport
import Testing

/// Run as root, these show that everything runs as `postgres`; run as another user, that it runs as that one. One run
/// cannot show both.
@Suite(.serialized) struct EmbeddedClusterTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test func `a first start makes a cluster with a database, and a stop ends it`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        let endpoint = try await cluster.start()
        let facts = """
            SELECT current_database(), current_user, rolsuper, pg_encoding_to_char(encoding), current_setting('data_checksums'),
                current_setting('listen_addresses'), current_setting('password_encryption')
            FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()
            """
        for overSocket in [false, true] {
            let row = try await sandbox.psql(facts, at: endpoint, overSocket: overSocket)
            #expect(row == "ayb|ayb|t|UTF8|on|127.0.0.1|scram-sha-256")
        }
        await cluster.stop()
        #expect(sandbox.postmaster == nil)
        #expect(await cluster.isRunning == false)
    }

    @Test func `nobody comes in without the password`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        let endpoint = try await cluster.start()
        for overSocket in [false, true] {
            let error = await #expect(throws: ClusterError.self) {
                try await sandbox.psql("SELECT 1", at: endpoint, overSocket: overSocket, password: Secret("wrong"))
            }
            #expect(error?.description.contains("password authentication failed") == true)
        }
        let rules = try String(contentsOfFile: "\(sandbox.directory)/data/pg_hba.conf", encoding: .utf8)
        let methods = rules.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
            $0.split(separator: " ").last
        }
        #expect(Set(methods) == ["scram-sha-256"])
        await cluster.stop()
    }

    @Test func `the data and the password are for one user alone`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        let endpoint = try await cluster.start()
        let owner = try ClusterOwner.current()
        let expected: [(path: String, mode: mode_t, owner: uid_t)] = [
            (sandbox.directory, owner.isSomebodyElse ? 0o711 : 0o700, geteuid()),
            ("\(sandbox.directory)/data", 0o700, owner.userID),
            ("\(sandbox.directory)/log", 0o700, owner.userID),
            (endpoint.socketDirectory, 0o700, owner.userID),
            ("\(sandbox.directory)/password", 0o600, geteuid()),
        ]
        for entry in expected {
            var status = stat()
            #expect(lstat(entry.path, &status) == 0)
            #expect(status.st_mode & 0o777 == entry.mode, "\(entry.path)")
            #expect(status.st_uid == entry.owner, "\(entry.path)")
        }
        let kept = try String(contentsOfFile: "\(sandbox.directory)/password", encoding: .utf8)
        #expect(Secret(String(kept.dropLast())) == endpoint.password)
        await cluster.stop()
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/environ"), "needs /proc"))
    func `the server has its own session, an unprivileged user, and nothing of our environment`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        try await cluster.start()
        let postmaster = try #require(sandbox.postmaster)
        #expect(getsid(postmaster.pid) == postmaster.pid)
        var status = stat()
        #expect(stat("/proc/\(postmaster.pid)", &status) == 0)
        #expect(status.st_uid != 0)
        let environment = try String(contentsOfFile: "/proc/\(postmaster.pid)/environ", encoding: .utf8)
        let names = Set(environment.split(separator: "\0").compactMap { $0.split(separator: "=").first })
        // What pg_ctl and postgres set themselves; `PWD` is the shell's.
        let theirs: Set<Substring> = ["PGDATA", "PGLOCALEDIR", "PGSYSCONFDIR", "PG_GRANDPARENT_PID", "PWD", "OLDPWD"]
        #expect(names.subtracting(theirs).isSubset(of: ["LC_ALL", "PATH", "TZ", "LD_LIBRARY_PATH"]))
        await cluster.stop()
    }

    @Test func `the port and the data stay from start to start`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        let first = try await cluster.start()
        _ = try await sandbox.psql("CREATE TABLE kept AS SELECT 42 AS n", at: first)
        await cluster.stop()
        let second = try await cluster.start()
        #expect(second == first)
        #expect(try await sandbox.psql("SELECT n FROM kept", at: second) == "42")
        await cluster.stop()
    }

    @Test func `a start while it runs does nothing`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        let first = try await cluster.start()
        let postmaster = sandbox.postmaster
        #expect(try await cluster.start() == first)
        #expect(sandbox.postmaster == postmaster)
        await cluster.stop()
    }

    @Test func `a long path gets a short socket directory`() async throws {
        let sandbox = try EmbeddedSandbox(subdirectory: String(repeating: "a long path ", count: 12) + "/postgres")
        let cluster = EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
        let endpoint = try await cluster.start()
        #expect(endpoint.socketDirectory.hasPrefix("/tmp/ayb-pg-"))
        #expect(try await sandbox.psql("SELECT 1", at: endpoint, overSocket: true) == "1")
        await cluster.stop()
        try FileManager.default.removeItem(atPath: endpoint.socketDirectory)
    }

    @Test(arguments: ["fsync", "track_io_timing"])
    func `a setting of the configuration takes effect`(name: String) async throws {
        let sandbox = try EmbeddedSandbox()
        var configuration = sandbox.configuration()
        configuration.settings = [.init(name, name == "fsync" ? "off" : "on"), .init("search_path", #"it's, "a\b""#)]
        let cluster = EmbeddedCluster(configuration: configuration, logger: logger)
        let endpoint = try await cluster.start()
        #expect(try await sandbox.psql("SHOW \(name)", at: endpoint) == (name == "fsync" ? "off" : "on"))
        await cluster.stop()
    }

    @Test func `an endpoint prints without its password`() async throws {
        let endpoint = EmbeddedCluster.Endpoint(
            host: "127.0.0.1", port: 5432, socketDirectory: "/tmp", user: "ayb", password: Secret("open sesame"),
            database: "ayb")
        #expect(!"\(endpoint)".contains("sesame"))
        #expect(endpoint.url.reveal() == "postgresql://ayb:open%20sesame@127.0.0.1:5432/ayb")
    }
}
