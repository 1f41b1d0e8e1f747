import DumpText
import FoundationEssentials
import MigrationPlanner
import PlannerFixtures
import SchemaComparison
import TestSupport
import Testing

@testable import BranchingPostgres

/// Checks the planner's recorded cases on PostgreSQL: its schemas equal the records, and the script turns the first
/// database into the second. Scripts/record-schemas.sh runs this to record what has been proved.
@Suite struct PlannerFixtureTests {
    private static let isRecording = ProcessInfo.processInfo.environment["AYB_RECORD_SCHEMAS"] == "1"

    @Test(arguments: try PlannerCase.all())
    func `PostgreSQL has the recorded schemas, and the script leads from one to the other`(of: PlannerCase)
        async throws
    {
        let cluster = try await TestCluster.shared(version: TestedVersion(major: of.version))
        let first = try await cluster.createDatabase([of.from, of.rows])
        let second = try await cluster.createDatabase([of.to])
        let (from, to) = (try await cluster.schema(of: first), try await cluster.schema(of: second))
        let diff = SchemaDiff(from: from, to: to, options: of.options)
        let script = diff.migration.sql
        try await cluster.psql(script, database: first)
        let migrated = NormalizedDump(try await cluster.schemaDump(of: first))
        let goal = NormalizedDump(try await cluster.schemaDump(of: second))
        let proof = try await cluster.psql(of.proof, database: first)
        let isProven = migrated == goal && proof.split(separator: "\n").allSatisfy { $0 == "t" }
        #expect(goal.subtracting(migrated).isEmpty, "missing, after \(script)")
        #expect(migrated.subtracting(goal).isEmpty, "too much, after \(script)")
        #expect(proof.split(separator: "\n").allSatisfy { $0 == "t" }, "after \(script)")
        try await cluster.dropDatabase(first)
        try await cluster.dropDatabase(second)

        let schemas = try RecordedSchemas.text(from: from, to: to)
        if Self.isRecording && isProven {
            try of.record(schemas: schemas, golden: PlannerCase.text(of: diff))
        }
        #expect(schemas == (try of.recordedText()))
        #expect(PlannerCase.text(of: diff) == (try of.golden()))
    }
}
