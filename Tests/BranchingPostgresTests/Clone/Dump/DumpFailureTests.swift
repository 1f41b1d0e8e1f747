import BranchingCore
import BranchingPostgres
import PostgresTools
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct DumpFailureTests {
    @Test func `psql that fails half-way is named with its message`() async throws {
        let world = try await DumpWorld()
        let target = try await world.cluster.createDatabase([
            "CREATE FUNCTION no() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not here'; END $$",
            "CREATE EVENT TRIGGER no ON ddl_command_start WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION no()",
        ])
        let error = try await failure(world, source: world.makeLargeSource(), target: target)
        guard case .targetFailed(.code(3), let message) = error else { throw DumpWorld.Unexpected(text: "\(error)") }
        #expect(message.contains("ERROR:  not here"))
        #expect(message.hasPrefix("psql:<stdin>:"))
    }

    @Test func `a session of pg_dump that is ended in the middle is named with its message`() async throws {
        let world = try await DumpWorld()
        let name = TestCluster.uniqueName("dump")
        let source = world.endpoint(try await world.makeLargeSource(), name: name)
        let target = world.endpoint(try await world.cluster.createDatabase())
        let gate = DumpGate(at: 1 << 20)
        let pipeline = DumpPipeline(source: source, target: target, options: world.options(), onBytes: gate.pass)
        async let result = thrown(pipeline)
        await gate.waitUntilReached()
        let ended = try await world.cluster.psql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '\(name)'")
        gate.open()
        #expect(ended == "1")
        let error = try await result
        guard case .sourceFailed(.code(1), let message) = error else {
            throw DumpWorld.Unexpected(text: "\(String(describing: error))")
        }
        #expect(message.hasPrefix("pg_dump: error: "))
    }

    @Test func `half a dump from a pg_dump that fails is a failure`() async throws {
        let world = try await DumpWorld()
        let target = try await world.cluster.createDatabase()
        try await world.withScript("echo 'CREATE TABLE t (n int);'; echo 'pg_dump: error: lost' >&2; exit 4") { path in
            let error = try await failure(world, source: "any", target: target) { $0.pgDumpPath = path }
            #expect(error == .sourceFailed(exit: .code(4), message: "pg_dump: error: lost"))
        }
    }

    @Test func `a psql that fails at once does not wait for a silent pg_dump`() async throws {
        let world = try await DumpWorld()
        try await world.withScript("sleep 1000") { path in
            let error = try await failure(world, source: "any", target: "no such database") { $0.pgDumpPath = path }
            guard case .targetFailed(.code(2), let message) = error else {
                throw DumpWorld.Unexpected(text: "\(error)")
            }
            #expect(message.contains("\"no such database\" does not exist"))
        }
    }

    @Test func `a pg_dump that leaves a process behind on its output does not hold us up`() async throws {
        let world = try await DumpWorld()
        let target = try await world.cluster.createDatabase()
        try await world.withScript("sleep 120 & exit 1") { path in
            let clock = ContinuousClock()
            let start = clock.now
            let error = try await failure(world, source: "any", target: target) { $0.pgDumpPath = path }
            #expect(error == .sourceFailed(exit: .code(1), message: ""))
            #expect(clock.now - start < .seconds(100))
        }
    }

    @Test func `a psql that reads nothing and says that all is well has failed`() async throws {
        let world = try await DumpWorld()
        let source = try await world.makeLargeSource()
        let error = try await failure(world, source: source, target: "any") { $0.psqlPath = "/bin/true" }
        #expect(error == .targetFailed(exit: .code(0), message: "it ended before the dump did"))
    }

    @Test func `many messages neither block a program nor fill the memory`() async throws {
        let world = try await DumpWorld()
        let target = try await world.cluster.createDatabase()
        let script =
            "yes 'a long line without any meaning' | head -c 20000000 >&2; echo 'pg_dump: error: end' >&2; exit 1"
        try await world.withScript(script) { path in
            let error = try await failure(world, source: "any", target: target) { $0.pgDumpPath = path }
            #expect(error == .sourceFailed(exit: .code(1), message: "pg_dump: error: end"))
        }
    }

    @Test func `a program that is not there is named`() async throws {
        let world = try await DumpWorld()
        let source = try await world.makeLargeSource()
        let target = try await world.cluster.createDatabase()
        #expect(
            try await failure(world, source: source, target: target) { $0.pgDumpPath = "/nowhere/pg_dump" }
                == .toolMissing(path: "/nowhere/pg_dump"))
        #expect(
            try await failure(world, source: source, target: target) { $0.psqlPath = "no-such-psql" }
                == .toolMissing(path: "no-such-psql"))
    }

    @Test func `a wrong password is pg_dump's failure, and is not repeated`() async throws {
        let world = try await DumpWorld()
        let source = world.endpoint("postgres", password: Secret("tester"))
        let target = world.endpoint(try await world.cluster.createDatabase())
        let error = try await thrown(DumpPipeline(source: source, target: target, options: world.options()))
        guard case .sourceFailed(.code(1), let message) = error else {
            throw DumpWorld.Unexpected(text: "\(String(describing: error))")
        }
        #expect(message.contains("password authentication failed for user \"***\""))
    }

    private func failure(
        _ world: DumpWorld, source: String, target: String, change: (inout DumpOptions) -> Void = { _ in }
    ) async throws -> ToolError {
        var options = world.options()
        change(&options)
        let pipeline = DumpPipeline(source: world.endpoint(source), target: world.endpoint(target), options: options)
        return try #require(try await thrown(pipeline))
    }

    private func thrown(_ pipeline: DumpPipeline) async throws -> ToolError? {
        do {
            _ = try await pipeline.run()
            return nil
        } catch let error as ToolError {
            return error
        }
    }
}
