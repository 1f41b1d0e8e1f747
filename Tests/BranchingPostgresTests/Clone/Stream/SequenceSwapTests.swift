import BranchingCore
import BranchingPostgres
import Logging
import TestSupport
import Testing

/// Between our look at the sequences' names and the read, their owner replaces one with a view (like CVE-2024-7348).
/// Its code would run as the server's role.
@Suite(.timeLimit(.minutes(5))) struct SequenceSwapTests {
    private static let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    @Test func `a view in the place of a sequence does not answer`() async throws {
        for version in try await DiffVersions.all() {
            let cluster = try await TestCluster.shared(version: version)
            let (owner, ayb) = (TestCluster.uniqueName("app"), TestCluster.uniqueName("ayb"))
            try await cluster.psql(
                """
                CREATE ROLE \(owner) LOGIN PASSWORD 'x';
                CREATE ROLE \(ayb) LOGIN CREATEDB PASSWORD 'x' IN ROLE \(owner), pg_signal_backend
                """)
            let source = try await cluster.createDatabase(
                [
                    "SET ROLE \(owner)", "CREATE SCHEMA s", "CREATE SEQUENCE s.aaa START 7",
                    "CREATE SEQUENCE s.zzz START 41",
                    "CREATE FUNCTION s.evil() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN 666; END $$",
                ], owner: owner)
            let server = try ConnectionParameters(
                parsing: cluster.url(database: source, user: ayb, password: Secret("x")))
            try await BranchServiceHarness.run(on: cluster, configure: { $0.server = server }) { harness in
                let name = try harness.name()
                let attacker = try await PostgresConnection.connect(
                    to: try ConnectionParameters(
                        parsing: cluster.url(database: source, user: owner, password: Secret("x"))),
                    logger: Self.logger)
                try await attacker.query("BEGIN")
                try await attacker.query("ALTER SEQUENCE s.aaa OWNER TO \(owner)")
                async let outcome = Self.outcome(of: BranchRequest(name: name, strategy: .only(.stream)), harness)
                try await eventually("the clone waits for the first sequence", within: .seconds(60)) {
                    try await cluster.psql(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(source)' AND usename = '\(ayb)' AND wait_event_type = 'Lock'"
                    ) == "1"
                }
                try await attacker.query("ALTER SEQUENCE s.zzz RENAME TO yyy")
                try await attacker.query(
                    "CREATE VIEW s.zzz AS SELECT s.evil() AS last_value, true AS is_called")
                try await attacker.query("COMMIT")
                if let error = await outcome {
                    #expect(
                        error.description.contains("restricted") || error.description.contains("was replaced while"),
                        "\(error)")
                } else {
                    #expect(
                        try await cluster.psql("SELECT last_value FROM s.zzz", database: name.databaseName) == "41")
                }
                await attacker.close()
                try? await harness.service.delete(name, force: false)
            }
            try await cluster.dropDatabase(source)
            try await cluster.psql("DROP ROLE \(ayb); DROP ROLE \(owner)")
        }
    }

    private static func outcome(of request: BranchRequest, _ harness: BranchServiceHarness) async -> BranchError? {
        do {
            try await harness.create(request)
            return nil
        } catch {
            return error as? BranchError ?? .unexpected("\(error)")
        }
    }
}
