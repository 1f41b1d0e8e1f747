import DumpText
import Logging
import MigrationPlanner
import SchemaCatalog
import SchemaComparison
import SchemaModel
import TestSupport
import Testing

@testable import BranchingPostgres

/// Two databases, and the proof that the SQL of their diff turns the first into the second.
struct DiffScene {
    /// The server's version; nil for the newest minor release of the installed one.
    var version: TestedVersion?
    /// SQL that both databases start with.
    var both = ""
    /// What makes the first database.
    var from: String
    /// What makes the second.
    var to: String
    /// Fills the first with rows.
    var rows = ""

    /// Migrates the first database with psql and expects that the two no longer differ, by our model and by pg_dump.
    ///
    /// - Parameter rows: Queries on the first database afterwards, and what psql prints for each.
    /// - Returns: The migration.
    @discardableResult
    func expect(
        _ rows: KeyValuePairs<String, String> = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> SchemaMigration {
        let cluster = try await TestCluster.shared(version: version)
        let first = try await cluster.createDatabase()
        let second = try await cluster.createDatabase()
        let result: Result<SchemaMigration, any Error>
        do {
            try await load(first, second, in: cluster)
            result = .success(
                try await migrate(first, to: second, in: cluster, expecting: rows, at: sourceLocation))
        } catch {
            result = .failure(error)
        }
        try await cluster.dropDatabase(first)
        try await cluster.dropDatabase(second)
        return try result.get()
    }

    private func load(_ first: String, _ second: String, in cluster: TestCluster) async throws {
        try await cluster.psql([both, from, rows].joined(separator: "\n;\n"), database: first)
        try await cluster.psql([both, to].joined(separator: "\n;\n"), database: second)
    }

    private func migrate(
        _ first: String, to second: String, in cluster: TestCluster, expecting rows: KeyValuePairs<String, String>,
        at location: SourceLocation
    ) async throws -> SchemaMigration {
        let wanted = try await cluster.schema(of: second)
        let diff = SchemaDiff(from: try await cluster.schema(of: first), to: wanted)
        let sql = diff.migration.sql
        #expect(diff.unsupported.isEmpty, sourceLocation: location)
        do {
            try await cluster.psql(sql, database: first)
        } catch {
            Issue.record("The migration fails: \(error)\n\(sql)", sourceLocation: location)
            return diff.migration
        }
        let left = SchemaDiff(from: try await cluster.schema(of: first), to: wanted)
        #expect(left.changes.isEmpty, "Still to do: \(left.migration.sql)\nafter\n\(sql)", sourceLocation: location)
        let migrated = NormalizedDump(try await cluster.schemaDump(of: first))
        let goal = NormalizedDump(try await cluster.schemaDump(of: second))
        if migrated != goal {
            let missing = goal.subtracting(migrated).joined(separator: "\n")
            let extra = migrated.subtracting(goal).joined(separator: "\n")
            Issue.record("Missing:\n\(missing)\nToo much:\n\(extra)\nafter\n\(sql)", sourceLocation: location)
        }
        for (query, answer) in rows {
            let found = try await cluster.psql(query, database: first)
            #expect(found == answer, "\(query)\nafter\n\(sql)", sourceLocation: location)
        }
        return diff.migration
    }
}

extension TestCluster {
    /// A session on a database.
    func session(on database: String) async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: url(database: database)),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// A database's schema, from the reader.
    func schema(of database: String) async throws -> DatabaseSchema {
        let session = try await session(on: database)
        let schema = try await CatalogReader().read(session)
        await session.close()
        return schema
    }
}
