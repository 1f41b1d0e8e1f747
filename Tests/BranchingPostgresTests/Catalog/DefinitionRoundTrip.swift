import Logging
import MigrationPlanner
import PostgresLink
import SchemaModel
import TestSupport
import Testing

@testable import SchemaCatalog

/// Makes objects, reads them, removes and makes them with their own SQL, and reads them again.
struct DefinitionRoundTrip {
    let version: TestedVersion
    /// What must exist first, of kinds that other tests read.
    var preparation = ""

    /// - Returns: the objects, by their names for people.
    @discardableResult
    func run(_ sql: String) async throws -> [String: any SchemaObject] {
        let cluster = try await TestCluster.shared(version: version)
        let database = try await cluster.createDatabase(preparation.isEmpty ? [] : [preparation])
        let parameters = try ConnectionParameters(parsing: cluster.url(database: database))
        let connection = try await PostgresConnection.connect(to: parameters, logger: Logger(label: "test"))
        let context = MigrationContext(
            from: DatabaseSchema(serverVersion: version.major * 10_000, currentUser: ""),
            to: DatabaseSchema(serverVersion: version.major * 10_000, currentUser: ""))
        let before = Set(try await read(connection).map(\.id))
        try await cluster.psql(sql, database: database)
        let made = try await read(connection).filter { !before.contains($0.id) }
        for object in made.reversed() { try await execute(try migrated(object).removal(context), connection) }
        #expect(Set(try await read(connection).map(\.id)) == before)
        for object in made { try await execute(try migrated(object).creation(context), connection) }
        let again = try await read(connection).filter { !before.contains($0.id) }
        let key = { (object: any SchemaObject) in "\(object.kindName) \(object.id)" }
        #expect(Set(made.map(key)) == Set(again.map(key)))
        let byName = Dictionary(again.map { (key($0), $0) }) { $1 }
        for object in made {
            let other = try #require(byName[key(object)])
            let isSame = Self.isSame(object, other)
            #expect(isSame, "\(object) became \(other)")
        }
        await connection.close()
        try await cluster.dropDatabase(database)
        return byName
    }

    private static func isSame<Object: SchemaObject>(_ object: Object, _ other: any SchemaObject) -> Bool {
        other as? Object == object
    }

    private func migrated(_ object: any SchemaObject) throws -> any MigratedObject {
        try #require(object as? any MigratedObject)
    }

    private func execute(_ statements: [Statement], _ connection: PostgresConnection) async throws {
        for statement in statements { try await connection.query(statement.sql) }
    }

    /// The objects, in an order in which they can be made.
    private func read(_ connection: PostgresConnection) async throws -> [any SchemaObject] {
        try await connection.run { handle in
            try handle.query("SET search_path = ''")
            let version = try handle.query("SELECT current_setting('server_version_num') AS version")
            var contents = CatalogContents(serverVersion: try version.first?.value("version") ?? 0)
            for section in CatalogReader.definitionSections { try section.read(handle, into: &contents) }
            return contents.objects
        }
    }
}
