import BranchingCore
import Logging
import TestSupport
import Testing

@testable import BranchingPostgres

/// Planning a query evaluates constant parts of its tables' expressions, as the querying role: an owner's function
/// would run as the server's role. Tests each kind, with a table too large for one piece.
@Suite(.timeLimit(.minutes(10))) struct PlannedCodeTests {
    private static let kinds = [
        "CREATE INDEX ON s.t ((a + s.evil()))", "CREATE INDEX ON s.t (a) WHERE a > s.evil()",
        "CREATE STATISTICS s.x ON (a + s.evil()), (a + 1) FROM s.t", "ALTER TABLE s.t ADD CHECK (a >= s.evil())",
    ]

    private static func function(_ body: String) -> String {
        "CREATE OR REPLACE FUNCTION s.evil() RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN \(body) RETURN 0; END $$"
    }

    @Test func `no function of the owner runs on the source`() async throws {
        let versions = try await DiffVersions.all()
        for version in Set([versions.first, versions.last].compactMap(\.self)) {
            let cluster = try await TestCluster.shared(version: version)
            for kind in Self.kinds where version >= 14 || !kind.contains("STATISTICS") {
                let source = [
                    "CREATE SCHEMA s", "CREATE TABLE s.t (a int, b text)", "ALTER TABLE s.t ALTER b SET STORAGE PLAIN",
                    "INSERT INTO s.t SELECT g, repeat('x', 7900) FROM generate_series(1, 9000) AS g",
                    Self.function(""), kind,
                ]
                try await BranchServiceHarness.run(on: cluster, source: source) { harness in
                    // From now on it reports where it runs: a clone fails if it runs on its source.
                    try await cluster.psql(
                        Self.function(
                            "IF current_database() = '\(harness.source)' THEN RAISE EXCEPTION 'it ran'; END IF;")
                            + "; ALTER DATABASE \"\(harness.source)\" SET constraint_exclusion = on",
                        database: harness.source)
                    await #expect(throws: (any Error).self, "\(kind) is not evaluated by the planner") {
                        try await cluster.psql(
                            "SELECT a FROM ONLY s.t WHERE ctid >= '(5,0)' AND a > 1", database: harness.source)
                    }
                    let name = try harness.name()
                    let branch = try await harness.create(
                        BranchRequest(name: name, strategy: .only(.stream), jobs: 2))
                    #expect(branch.status == .ready, "\(kind): \(branch)")
                    #expect(
                        try await cluster.psql("SELECT count(*) FROM s.t", database: name.databaseName) == "9000")
                }
            }
        }
    }
}
