import BranchingPostgres
import Logging
import MigrationPlanner
import SchemaCatalog
import SchemaModel
import TestSupport
import Testing

/// A test's database, whose schema is read and changed.
struct CatalogScene {
    let cluster: TestCluster
    let database: String

    /// Runs a test in a new database of each available version.
    static func forEachVersion(_ setup: [String], _ body: (CatalogScene) async throws -> Void) async throws {
        for version in try await TestCluster.availableVersions() {
            let cluster = try await TestCluster.shared(version: version)
            let scene = CatalogScene(cluster: cluster, database: try await cluster.createDatabase(setup))
            do {
                try await body(scene)
            } catch {
                Issue.record("PostgreSQL \(version): \(error)")
            }
            try await cluster.dropDatabase(scene.database)
        }
    }

    func read() async throws -> DatabaseSchema {
        let parameters = try ConnectionParameters(parsing: cluster.url(database: database))
        let connection = try await PostgresConnection.connect(to: parameters, logger: Logger(label: "test"))
        let schema = try await CatalogReader().read(connection)
        await connection.close()
        return schema
    }

    func run(_ statements: [Statement]) async throws {
        guard !statements.isEmpty else { return }
        try await cluster.psql(statements.map(\.sql).joined(separator: ";\n"), database: database)
    }

    /// Removes all objects of some kinds and makes them again with their own SQL.
    ///
    /// - Returns: the schema before and after.
    func remakes(_ kinds: Set<ObjectKind>) async throws -> (before: DatabaseSchema, after: DatabaseSchema) {
        let before = try await read()
        let context = MigrationContext(from: before, to: before)
        let objects = try before.objects.values.filter { kinds.contains($0.id.kind) }.sorted { $0.id < $1.id }
            .map { try #require($0 as? any MigratedObject) }
        try await run(objects.reversed().flatMap { $0.removal(context) })
        let without = try await read()
        #expect(without.objects.keys.filter(kinds.contains(of:)).isEmpty)
        try await run(objects.flatMap { $0.creation(context) })
        return (before, try await read())
    }
}

extension Set<ObjectKind> {
    func contains(of id: ObjectID) -> Bool { contains(id.kind) }
}

extension DatabaseSchema {
    /// The only object of a kind with a name.
    func only<Object: SchemaObject>(_ name: String, as type: Object.Type = Object.self) throws -> Object {
        try #require(objects.values.compactMap { $0 as? Object }.filter { $0.id.name == name }.first)
    }

    /// The objects of some kinds, to compare.
    func objects(_ kinds: Set<ObjectKind>) -> [ObjectID: AnyHashable] {
        objects.filter { kinds.contains($0.key.kind) }.mapValues { AnyHashable($0) }
    }
}
