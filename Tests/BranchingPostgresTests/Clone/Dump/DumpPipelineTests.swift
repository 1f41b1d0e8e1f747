import BranchingCore
import BranchingPostgres
import DumpText
import PostgresTools
import Synchronization
import TestSupport
import Testing

@Suite struct DumpPipelineTests {
    @Test func `the copy is equal to the source`() async throws {
        let world = try await DumpWorld()
        let source = try await world.makeSource()
        let target = try await world.cluster.createDatabase()
        let seen = Mutex<[Int64]>([])
        let pipeline = DumpPipeline(
            source: world.endpoint(source), target: world.endpoint(target), options: world.options(),
            onBytes: { bytes in seen.withLock { $0.append(bytes) } })
        let summary = try await pipeline.run()
        #expect(try await world.dump(target) == world.dump(source))
        #expect(summary.bytes > 50_000)
        #expect(summary.leftOut.isEmpty)
        let counts = seen.withLock { $0 }
        #expect(counts.last == summary.bytes)
        #expect(counts == counts.sorted())
        #expect(try await world.cluster.psql("SELECT nextval('counter')", database: target) == "42")
    }

    @Test func `the copy is equal also when all of it went through the filter`() async throws {
        let world = try await DumpWorld()
        let source = try await world.makeSource()
        let target = try await world.cluster.createDatabase()
        let everybody = TargetRoles(existing: [TestCluster.user], assignable: [TestCluster.user], isSuperuser: true)
        let summary = try await DumpPipeline(
            source: world.endpoint(source), target: world.endpoint(target),
            options: world.options(targetRoles: everybody)
        ).run()
        #expect(try await world.dump(target) == world.dump(source))
        #expect(summary.leftOut.isEmpty)
    }

    @Test func `only the schema is copied if that is asked for`() async throws {
        let world = try await DumpWorld()
        let target = try await world.cluster.createDatabase()
        var options = world.options()
        options.schemaOnly = true
        options.keepsTablespaces = false
        _ = try await DumpPipeline(
            source: world.endpoint(world.makeSource()), target: world.endpoint(target), options: options
        ).run()
        #expect(try await world.cluster.psql("SELECT count(*) FROM people", database: target) == "0")
    }

    @Test func `subscriptions are not carried over`() async throws {
        let world = try await DumpWorld()
        let name = TestCluster.uniqueName("sub")
        let source = try await world.cluster.createDatabase([
            "CREATE SUBSCRIPTION \(name) CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false)"
        ])
        let target = try await world.cluster.createDatabase()
        _ = try await DumpPipeline(
            source: world.endpoint(source), target: world.endpoint(target), options: world.options()
        ).run()
        let count = "SELECT count(*) FROM pg_subscription WHERE subname = '\(name)'"
        #expect(try await world.cluster.psql(count) == "1")
        try await world.cluster.psql(
            "ALTER SUBSCRIPTION \(name) SET (slot_name = NONE); DROP SUBSCRIPTION \(name)", database: source)
    }

    @Test(arguments: [
        "a=b", "-x", #"a b'c"d"#, " lead and trail ", "postgres://x@y/z", #"back\slash"#, "é host=nowhere",
    ])
    func `a database may have any name`(name: String) async throws {
        let world = try await DumpWorld()
        let template = try await world.cluster.createDatabase(["CREATE TABLE t AS SELECT 7 AS n"])
        let suffix = TestCluster.uniqueName("")
        let (source, target) = ("\(name)\(suffix)", "\(name)2\(suffix)\(name)")
        try await world.cluster.psql("CREATE DATABASE \(quoted(source)) TEMPLATE \"\(template)\"")
        try await world.cluster.psql("CREATE DATABASE \(quoted(target))")
        _ = try await DumpPipeline(
            source: world.endpoint(source), target: world.endpoint(target), options: world.options()
        ).run()
        let plain = TestCluster.uniqueName("test")
        try await world.cluster.psql("ALTER DATABASE \(quoted(target)) RENAME TO \"\(plain)\"")
        #expect(try await world.cluster.psql("SELECT n FROM t", database: plain) == "7")
        try await world.cluster.psql("DROP DATABASE \(quoted(source))")
    }

    @Test func `psql may wait longer for the dump than its role may be idle`() async throws {
        let world = try await DumpWorld()
        // `idle_session_timeout` came with version 14.
        guard world.cluster.binaries.majorVersion >= 14 else { return }
        let role = TestCluster.uniqueName("hasty")
        try await world.cluster.psql(
            "CREATE ROLE \(role) SUPERUSER LOGIN PASSWORD 'x'; ALTER ROLE \(role) SET idle_session_timeout = '300ms'")
        let target = try await world.cluster.createDatabase()
        try await world.withScript("sleep 1; echo 'CREATE TABLE late (n int);'") { path in
            var options = world.options()
            options.pgDumpPath = path
            _ = try await DumpPipeline(
                source: world.endpoint("any"), target: world.endpoint(target, user: role, password: Secret("x")),
                options: options
            ).run()
        }
        #expect(try await world.cluster.psql("SELECT count(*) FROM late", database: target) == "0")
    }

    @Test func `many copies at once do not wait for each other`() async throws {
        let world = try await DumpWorld()
        let source = try await world.makeSource()
        let expected = try await world.dump(source)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    let target = try await world.cluster.createDatabase()
                    _ = try await DumpPipeline(
                        source: world.endpoint(source), target: world.endpoint(target), options: world.options()
                    ).run()
                    return try await world.dump(target) == expected
                }
            }
            for try await isEqual in group { #expect(isEqual) }
        }
    }

    @Test func `a program tells its major version`() async throws {
        let world = try await DumpWorld()
        let path = world.cluster.binaries.path(of: .pgDump)
        #expect(try await ToolRelease.of(path).major == world.cluster.binaries.majorVersion)
        await #expect(throws: ToolError.versionUnknown(path: "/bin/echo")) {
            try await ToolRelease.of("/bin/echo")
        }
        await #expect(throws: ToolError.toolMissing(path: "/nowhere/pg_dump")) {
            try await ToolRelease.of("/nowhere/pg_dump")
        }
        await #expect(throws: ToolError.toolMissing(path: "no-such-program")) {
            try await ToolRelease.of("no-such-program")
        }
    }

    private func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}
