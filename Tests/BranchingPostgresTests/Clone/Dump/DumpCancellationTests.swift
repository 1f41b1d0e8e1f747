import BranchingCore
import BranchingPostgres
import FoundationEssentials
import PostgresTools
import SystemPackage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct DumpCancellationTests {
    @Test func `a cancelled copy leaves no process and no file`() async throws {
        let world = try await DumpWorld()
        let name = TestCluster.uniqueName("dump")
        let source = world.endpoint(try await world.makeLargeSource(), name: name)
        let target = world.endpoint(try await world.cluster.createDatabase(), name: name)
        let gate = DumpGate(at: 1 << 20)
        let pipeline = DumpPipeline(source: source, target: target, options: world.options(), onBytes: gate.pass)
        let run = Task { try await pipeline.run() }
        await gate.waitUntilReached()
        let children = ProcessTable.named(name)
        #expect(children.count == 2)
        let passwordFile = try #require(children.first?.variable("PGPASSFILE"))
        #expect(FileManager.default.fileExists(atPath: passwordFile))
        run.cancel()
        gate.open()
        await #expect(throws: ToolError.cancelled) { try await run.value }
        #expect(ProcessTable.named(name).isEmpty)
        let directory = FilePath(passwordFile).removingLastComponent().string
        #expect(!FileManager.default.fileExists(atPath: directory))
    }

    @Test func `programs that ignore SIGTERM are killed with what they started`() async throws {
        let world = try await DumpWorld()
        let name = TestCluster.uniqueName("dump")
        try await world.withScript("trap '' TERM; echo 'SELECT 1;'; (sleep 1000; true) & sleep 1000; true") { path in
            var options = world.options()
            options.pgDumpPath = path
            let gate = DumpGate(at: 1)
            let pipeline = DumpPipeline(
                source: world.endpoint("any", name: name),
                target: world.endpoint(try await world.cluster.createDatabase()), options: options, onBytes: gate.pass)
            let run = Task { try await pipeline.run() }
            await gate.waitUntilReached()
            gate.open()
            #expect(!ProcessTable.named(name).isEmpty)
            run.cancel()
            await #expect(throws: ToolError.cancelled) { try await run.value }
            // Descendants are killed with their leader, but init must reap them.
            let clock = ContinuousClock()
            let deadline = clock.now + .seconds(10)
            while !ProcessTable.named(name).isEmpty, clock.now < deadline { await Task.yield() }
            #expect(ProcessTable.named(name).isEmpty)
        }
    }

    @Test func `a copy that is cancelled before it starts does not start`() async throws {
        let world = try await DumpWorld()
        let pipeline = DumpPipeline(
            source: world.endpoint("postgres"), target: world.endpoint(try await world.cluster.createDatabase()),
            options: world.options())
        let run = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await pipeline.run()
        }
        run.cancel()
        await #expect(throws: ToolError.cancelled) { try await run.value }
    }

    @Test func `a password is nowhere in sight while the programs run`() async throws {
        let world = try await DumpWorld()
        let role = TestCluster.uniqueName("secretive")
        let password = #"p@ss:\w%o'r"d "# + TestCluster.uniqueName("")
        try await world.cluster.psql(
            "CREATE ROLE \(role) SUPERUSER LOGIN PASSWORD '\(password.replacing("'", with: "''"))'")
        let source = try await world.makeLargeSource()
        let target = try await world.cluster.createDatabase()
        let gate = DumpGate(at: 1 << 20)
        let pipeline = DumpPipeline(
            source: world.endpoint(source, user: role, password: Secret(password), name: role),
            target: world.endpoint(target, user: role, password: Secret(password), name: role),
            options: world.options(), onBytes: gate.pass)
        let run = Task { try await pipeline.run() }
        await gate.waitUntilReached()
        let children = ProcessTable.named(role)
        let everybody = ProcessTable.all()
        let files = children.compactMap { $0.variable("PGPASSFILE") }
        let modes = files.map { try? FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int }
        gate.open()
        _ = try await run.value
        #expect(children.count == 2)
        #expect(modes == [0o600, 0o600])
        #expect(!everybody.contains { $0.arguments.contains(password) })
        #expect(!children.contains { child in child.environment.contains { $0.contains(password) } })
        #expect(try await world.cluster.psql("SELECT count(*) FROM large", database: target) == "40000")
    }
}
