import BranchingCore
import FoundationEssentials
import Logging
import PostgresTools
import TestSupport
import Testing

@testable import BranchingPostgres

/// The copy on which a migration is tried: it is exact, and nothing is left of it.
@Suite struct DiffVerificationTests {
    private static let source = [
        "CREATE TABLE t (a int NOT NULL)", "INSERT INTO t VALUES (1)", "CREATE VIEW v AS SELECT a FROM t",
        "COMMENT ON TABLE t IS 'with; $x$ marks'", "GRANT SELECT ON t TO PUBLIC",
    ]

    private static func verify(_ harness: BranchServiceHarness, _ from: BranchSource) async throws -> DiffReport {
        try await harness.service.diff(DiffRequest(from: from, to: from, verifies: true))
    }

    @Test(arguments: [false, true])
    func `a database is equal to itself, and the copy is removed`(isElsewhere: Bool) async throws {
        try await BranchServiceHarness.run(on: try await .fresh(), source: Self.source) { harness in
            let from = isElsewhere ? .database(harness.cluster.url(database: harness.source)) : BranchSource.main
            let report = try await Self.verify(harness, from)
            #expect(report.verification == DiffVerification())
            #expect(try await harness.databases(like: "ayb_tmp_").isEmpty)
            let noted = try? await harness.cluster.psql(
                "SELECT count(*) FROM ayb.temporary_database", database: harness.control)
            #expect(noted == "0" || isElsewhere)
        }
    }

    @Test func `a source without the schema public, with another locale, is copied as it is`() async throws {
        try await BranchServiceHarness.run(source: ["DROP SCHEMA public", "CREATE SCHEMA \"a-b\""]) { harness in
            let report = try await Self.verify(harness, .main)
            #expect(report.verification == DiffVerification())
        }
    }

    @Test func `a verification that is cancelled leaves nothing`() async throws {
        // No view: reading its definition would wait for the lock as well.
        try await BranchServiceHarness.run(on: try await .fresh(), source: ["CREATE TABLE t (a int)"]) { harness in
            for from in [BranchSource.main, .database(harness.cluster.url(database: harness.source))] {
                let hold = try await SourceHold(harness.source, in: harness.cluster)
                let work = Task { try await Self.verify(harness, from) }
                try await hold.reached()
                #expect(try await harness.databases(like: "ayb_tmp_").count == 1)
                work.cancel()
                let result = await work.result
                await hold.release()
                guard case .failure(let error) = result, case .unavailable? = error as? BranchError else {
                    Issue.record("It was \(result)")
                    return
                }
                #expect(try await harness.databases(like: "ayb_tmp_").isEmpty)
                #expect(
                    try await harness.cluster.psql(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'ayb-op-%'") == "0")
            }
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func `a verification on a server that stops answering is given up`() async throws {
        let cluster = try await TestCluster.fresh()
        try await BranchServiceHarness.run(on: cluster, source: ["CREATE TABLE t (a int)"]) { harness in
            let hold = try await SourceHold(harness.source, in: cluster)
            let work = Task { try await Self.verify(harness, .main) }
            try await hold.reached()
            let frozen = try await FrozenPostgres(cluster)
            let error = await #expect(throws: BranchError.self) { try await work.value }
            frozen.release()
            await hold.release()
            let text = error.map { "\($0)" } ?? ""
            #expect(text.contains("did not answer"), "\(text)")
        }
    }

    @Test func `what a crash left in the cluster of the server is removed by the reconciler`() async throws {
        try await BranchServiceHarness.run(on: try await .fresh()) { harness in
            let control = try harness.service.requireControl()
            let copy = try await VerificationDatabase.reserve(in: control, logger: Logger(label: "test"))
            try await copy.session.query("CREATE DATABASE \(copy.name)")
            // While somebody lives it is left alone; the reconciler looks every half second.
            try await Task.sleep(for: .milliseconds(1200))
            #expect(try await harness.databases(like: "ayb_tmp_") == [copy.name])
            await copy.session.close()
            try await harness.wait(for: "the leftover to go") {
                try await harness.databases(like: "ayb_tmp_").isEmpty
            }
        }
    }

    @Test func `what a crash left beside a source elsewhere is removed by the next, what is in use is not`()
        async throws
    {
        let cluster = try await TestCluster.fresh()
        let source = try await cluster.createDatabase(Self.source)
        for name in ["ayb_tmp_1", "ayb_tmp_2", "ayb_tmp_3"] { try await cluster.psql("CREATE DATABASE \(name)") }
        for name in ["ayb_tmp_1", "ayb_tmp_2"] {
            try await cluster.psql("COMMENT ON DATABASE \(name) IS 'ayb verification'")
        }
        let living = try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: cluster.adminURL).named("ayb-op-2"), logger: Logger(label: "test"))
        let service = PostgresBranchService(
            configuration: .init(
                pgDumpPath: cluster.binaries.path(of: .pgDump), psqlPath: cluster.binaries.path(of: .psql)),
            logger: Logger(label: "test"))
        let url = BranchSource.database(cluster.url(database: source))
        #expect(try await service.diff(DiffRequest(from: url, to: url, verifies: true)).verification?.equal == true)
        await living.close()
        let left = try await cluster.psql("SELECT datname FROM pg_database WHERE datname LIKE 'ayb%' ORDER BY 1")
        // The third lacks our comment, so it is not ours.
        #expect(left == "ayb_tmp_2\nayb_tmp_3")
    }

    @Test func `a role that may not create databases gets that as the reason`() async throws {
        let cluster = try await TestCluster.shared()
        let role = TestCluster.uniqueName("poor")
        try await cluster.psql("CREATE ROLE \(role) LOGIN PASSWORD 'pw'")
        let database = try await cluster.createDatabase(owner: role)
        let url = BranchSource.database(cluster.url(database: database, user: role, password: Secret("pw")))
        let service = PostgresBranchService(
            configuration: .init(
                pgDumpPath: cluster.binaries.path(of: .pgDump), psqlPath: cluster.binaries.path(of: .psql)),
            logger: Logger(label: "test"))
        do {
            _ = try await service.diff(DiffRequest(from: url, to: url, verifies: true))
            Issue.record("It was verified")
        } catch {
            guard case .insufficientPrivilege(let text) = error else {
                Issue.record("It was \(error)")
                return
            }
            #expect(text.contains("CREATEDB"))
        }
        try await cluster.dropDatabase(database)
        try await cluster.psql("DROP ROLE \(role)")
    }

    @Test func `the error about a pg_dump older than the server names both versions`() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: TestCluster.uniqueName("old-dump"))
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let program = directory.appending(path: "pg_dump").path
        try "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n".write(
            toFile: program, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let programs = PostgresBranchService.Configuration(pgDumpPath: program).cloneSettings.programs
        await #expect(throws: ToolError.toolTooOld(path: program, version: 9, needed: 99)) {
            try await programs.recentEnough(for: 99)
        }
        #expect(try await programs.recentEnough(for: 9).pgDump == program)
    }
}
