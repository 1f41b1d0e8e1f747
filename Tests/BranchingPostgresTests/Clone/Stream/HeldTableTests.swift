import Logging
import TestSupport
import Testing

@testable import BranchingPostgres

/// A query reads a range of a table, and planning it runs IMMUTABLE functions in the table's indexes and statistics as
/// our role. No owner may add one between our check of the table and the last range.
@Suite(.timeLimit(.minutes(5))) struct HeldTableTests {
    private static let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    private static let additions = [
        "CREATE INDEX ON s.large ((a + s.f()))", "CREATE INDEX CONCURRENTLY ON s.large ((a + s.f()))",
        "CREATE INDEX ON s.large (a) WHERE a > s.f()", "ALTER TABLE s.large ADD CHECK (a >= s.f())",
        "CREATE STATISTICS s.x ON (a + s.f()), (a + 1) FROM s.large",
        "ALTER TABLE s.large ADD EXCLUDE USING btree ((a + s.f()) WITH =)",
    ]

    @Test func `the owner adds no expression to a table that is read in ranges`() async throws {
        for version in try await DiffVersions.all() where version >= 14 {
            try await Source.with(version: version) { source in
                let reader = try source.reader()
                #expect(try await source.table(seenBy: reader).isHeld)
                for addition in Self.additions {
                    let error = await #expect(throws: PostgresError.self) { try await source.asOwner(addition) }
                    #expect(error?.sqlState == .lockNotAvailable, "\(addition): \(String(describing: error))")
                }
                // Reads and writes go on.
                try await source.asOwner("INSERT INTO s.large VALUES (0, '')")
                await reader.close()
                try await source.asOwner(Self.additions[0])
            }
        }
    }

    @Test func `a table that another session has locked is read as a whole`() async throws {
        try await Source.with(version: 15) { source in
            let (first, second) = (try source.reader(), try source.reader())
            #expect(try await source.table(seenBy: first).isHeld)
            #expect(try await !source.table(seenBy: second).isHeld)
            await second.close()
            await first.close()
        }
    }

    @Test func `a table of a superuser is not locked, for nobody else can add to it`() async throws {
        try await Source.with(version: 15) { source in
            try await source.cluster.psql(
                """
                ALTER TABLE s.large OWNER TO \(TestCluster.user); GRANT SELECT ON s.large TO \(TestCluster.serverRole)
                """, database: source.name)
            let reader = try source.reader()
            #expect(try await source.table(seenBy: reader).isHeld)
            try await source.cluster.psql(
                "SET lock_timeout = '2s'; \(Self.additions[0])", database: source.name)
            await reader.close()
        }
    }

    /// A source with a table large enough to be read in ranges.
    private struct Source: Sendable {
        var cluster: TestCluster
        var name: String

        static func with(version: TestedVersion, _ body: (Source) async throws -> Void) async throws {
            let cluster = try await TestCluster.shared(version: version)
            let name = try await cluster.createSource([
                "CREATE SCHEMA s", "CREATE TABLE s.large (a int, b text)",
                "ALTER TABLE s.large ALTER b SET STORAGE PLAIN",
                "INSERT INTO s.large SELECT g, repeat('x', 7900) FROM generate_series(1, 18000) AS g",
                "CREATE FUNCTION s.f() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0'",
            ])
            try await body(Source(cluster: cluster, name: name))
            try await cluster.dropDatabase(name)
        }

        func asOwner(_ sql: String) async throws {
            let session = try await PostgresConnection.connect(
                to: parameters(TestCluster.ownerRole), logger: HeldTableTests.logger)
            do {
                try await session.query("SET lock_timeout = '300ms'")
                try await session.query(sql)
            } catch {
                await session.close()
                throw error
            }
            await session.close()
        }

        func reader() throws -> SessionPair {
            let parameters = try parameters(TestCluster.serverRole)
            return SessionPair(
                SessionPair.Endpoints(
                    source: parameters, target: parameters, maintenanceMemory: 64 << 20, stop: try StopSignal(),
                    logger: HeldTableTests.logger))
        }

        func table(seenBy reader: SessionPair) async throws -> StreamTable {
            let snapshot = try await reader.onSource { session in
                try SourceSnapshot.take(
                    on: session, format: BinaryFormat(isSameCluster: true, lowestMajorVersion: 14),
                    wanted: TableSelection(schemaOnly: false, excluded: []),
                    division: CopyDivision(workers: 2, canSplit: true))
            }
            return try #require(snapshot.tables.first { $0.name == "large" })
        }

        private func parameters(_ role: String) throws -> ConnectionParameters {
            try ConnectionParameters(parsing: cluster.url(database: name, user: role))
        }
    }
}
