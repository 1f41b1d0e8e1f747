import BranchingCore
import EmbeddedPostgres
import FoundationEssentials
import Glibc
import Logging
import TestSupport
import Testing

@Suite(.serialized) struct EmbeddedClusterFaultTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func cluster(_ sandbox: EmbeddedSandbox) -> EmbeddedCluster {
        EmbeddedCluster(configuration: sandbox.configuration(), logger: logger)
    }

    @Test func `after a kill of the server the next start recovers`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = cluster(sandbox)
        let before = try await cluster.start()
        _ = try await sandbox.psql("CREATE TABLE kept AS SELECT 42 AS n", at: before)
        let killed = try #require(sandbox.postmaster)
        killed.signal(SIGKILL)
        #expect(await killed.waitForExit(limit: .seconds(10)))
        let after = try await cluster.start()
        #expect(sandbox.postmaster?.pid != killed.pid)
        #expect(try await sandbox.psql("SELECT n FROM kept", at: after) == "42")
        await cluster.stop()
    }

    @Test func `a server that outlived its process is adopted, and stopped by its new owner`() async throws {
        let sandbox = try EmbeddedSandbox()
        let left = try await cluster(sandbox).start()
        let postmaster = try #require(sandbox.postmaster)
        let next = cluster(sandbox)
        #expect(try await next.start() == left)
        #expect(sandbox.postmaster == postmaster)
        #expect(await next.isOwner)
        await next.stop()
        #expect(sandbox.postmaster == nil)
    }

    @Test func `a second process uses the server of the first and leaves it running`() async throws {
        let sandbox = try EmbeddedSandbox()
        let first = cluster(sandbox)
        let second = cluster(sandbox)
        #expect(try await first.start() == second.start())
        #expect(await first.isOwner)
        #expect(await !second.isOwner)
        await second.stop()
        #expect(sandbox.postmaster != nil)
        await first.stop()
        #expect(sandbox.postmaster == nil)
    }

    @Test func `of many first starts at once, all get one server`() async throws {
        let sandbox = try EmbeddedSandbox()
        let clusters = (0..<4).map { _ in cluster(sandbox) }
        let endpoints = try await withThrowingTaskGroup(of: EmbeddedCluster.Endpoint.self) { group in
            for cluster in clusters { group.addTask { try await cluster.start() } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(endpoints.count == 1)
        for cluster in clusters { await cluster.stop() }
        #expect(sandbox.postmaster == nil)
    }

    @Test func `directories that a killed first start had not handed over yet are used`() async throws {
        let sandbox = try EmbeddedSandbox()
        for path in ["log", "run"].map({ "\(sandbox.directory)/\($0)" }) {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        let cluster = cluster(sandbox)
        try await cluster.start()
        #expect(sandbox.postmaster != nil)
        await cluster.stop()
    }

    @Test func `what a killed first start left is removed`() async throws {
        let sandbox = try EmbeddedSandbox()
        let left = ["data.new-dead/base", "data.new-beef"].map { "\(sandbox.directory)/\($0)" }
        for path in left { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        try "secret".write(toFile: "\(sandbox.directory)/password.new-dead", atomically: false, encoding: .utf8)
        let cluster = cluster(sandbox)
        try await cluster.start()
        let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.directory)
        #expect(names.filter { $0.contains("new") } == [])
        #expect(names.contains("data"))
        await cluster.stop()
    }

    @Test func `data of another major version is refused with the upgrade command, and left as it is`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = cluster(sandbox)
        try await cluster.start()
        await cluster.stop()
        let file = "\(sandbox.directory)/data/PG_VERSION"
        try "12\n".write(toFile: file, atomically: false, encoding: .utf8)
        let before = try Self.contents(of: sandbox.directory)
        let error = await #expect(throws: ClusterError.self) { try await cluster.start() }
        let text = try #require(error?.description)
        for part in ["PostgreSQL 12", "pg_upgrade", "pg_dumpall", "bin_dir", sandbox.directory] {
            #expect(text.contains(part))
        }
        #expect(try Self.contents(of: sandbox.directory) == before)
    }

    /// Every file with its size and modification time; lock files are not data.
    private static func contents(of directory: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: directory) where !name.hasSuffix(".lock") {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")
            found[name] = "\(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? 0)"
        }
        return found
    }

    @Test func `a port that another listens on is replaced`() async throws {
        let taken = try await TestCluster.shared().port
        let sandbox = try EmbeddedSandbox()
        try FileManager.default.createDirectory(atPath: sandbox.directory, withIntermediateDirectories: true)
        let file = "\(sandbox.directory)/port"
        try "\(taken)\n".write(toFile: file, atomically: false, encoding: .utf8)
        let cluster = cluster(sandbox)
        let endpoint = try await cluster.start()
        #expect(endpoint.port != taken)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "\(endpoint.port)\n")
        #expect(try await sandbox.psql("SELECT 1", at: endpoint) == "1")
        await cluster.stop()
    }

    @Test func `a start that fails says why, with the end of the log`() async throws {
        let sandbox = try EmbeddedSandbox()
        var configuration = sandbox.configuration()
        configuration.settings = [.init("shared_preload_libraries", "no_such_library")]
        let broken = EmbeddedCluster(configuration: configuration, logger: logger)
        let error = await #expect(throws: ClusterError.self) { try await broken.start() }
        guard case .notStarted(_, let log) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(log.contains { $0.contains("no_such_library") })
        #expect(await !broken.isOwner)
        let repaired = cluster(sandbox)
        try await repaired.start()
        await repaired.stop()
    }

    @Test func `a lost password is an error that says what to do`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = cluster(sandbox)
        try await cluster.start()
        await cluster.stop()
        try FileManager.default.removeItem(atPath: "\(sandbox.directory)/password")
        let error = await #expect(throws: ClusterError.self) { try await cluster.start() }
        #expect(error?.description.contains("Put it back") == true)
    }

    @Test func `a directory other than a data directory is left alone`() async throws {
        let sandbox = try EmbeddedSandbox()
        let file = "\(sandbox.directory)/data/thesis.txt"
        try FileManager.default.createDirectory(atPath: "\(sandbox.directory)/data", withIntermediateDirectories: true)
        try "all my work".write(toFile: file, atomically: false, encoding: .utf8)
        await #expect(throws: ClusterError.self) { try await cluster(sandbox).start() }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "all my work")
    }

    @Test(.enabled(if: geteuid() == 0, "only root runs PostgreSQL as another user"))
    func `as root, a directory on the way that is closed to postgres is named`() async throws {
        let sandbox = try EmbeddedSandbox(subdirectory: "closed/postgres")
        let closed = String(sandbox.directory.dropLast("/postgres".count))
        try FileManager.default.createDirectory(
            atPath: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let error = await #expect(throws: ClusterError.self) { try await cluster(sandbox).start() }
        #expect(error?.description.contains("chmod o+x \(closed)") == true)
    }

    @Test func `a start that is cancelled leaves no server behind`() async throws {
        let sandbox = try EmbeddedSandbox()
        let cluster = cluster(sandbox)
        try await cluster.start()
        await cluster.stop()
        let start = Task { try await cluster.start() }
        start.cancel()
        _ = await start.result
        await cluster.stop()
        #expect(sandbox.postmaster == nil)
    }
}
