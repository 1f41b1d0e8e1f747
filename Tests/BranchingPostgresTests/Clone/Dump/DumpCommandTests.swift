import FoundationEssentials
import PostgresTools
import TestSupport
import Testing

@testable import BranchingPostgres

/// psql runs nothing in a dump as a command.
@Suite(.timeLimit(.minutes(2))) struct DumpCommandTests {
    /// CVE-2025-8714: a pg_dump from before the fix, and an unexpected line break.
    @Test(arguments: [true, false])
    func `a command in a dump runs nothing, and the dump fails`(isPatched: Bool) async throws {
        let world = try await DumpWorld()
        let target = try await world.cluster.createDatabase()
        let file = "/tmp/" + TestCluster.uniqueName("ayb-command")
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await world.withScript("printf '%s\\n' '-- Name: x' '\\! touch \(file)' 'SELECT 1;'") { path in
            var options = world.options()
            options.pgDumpPath = path
            options.requiresRestriction = isPatched
            let pipeline = DumpPipeline(
                source: world.endpoint("any"), target: world.endpoint(target), options: options)
            let error = await #expect(throws: ToolError.self) { try await pipeline.run() }
            guard case .dumpUnsafe? = error else { throw DumpWorld.Unexpected(text: "\(String(describing: error))") }
        }
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}
