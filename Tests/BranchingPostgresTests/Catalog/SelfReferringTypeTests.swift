import BranchingPostgres
import Logging
import MigrationPlanner
import SchemaCatalog
import SchemaComparison
import SchemaModel
import TestSupport
import Testing

/// Types whose own functions take and return them.
@Suite struct SelfReferringTypeTests {
    private static let sql = """
        CREATE TYPE number;
        CREATE FUNCTION number_in(cstring) RETURNS number LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
        CREATE FUNCTION number_out(number) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
        CREATE TYPE number (INPUT = number_in, OUTPUT = number_out, LIKE = integer, CATEGORY = 'N', DEFAULT = '7');
        CREATE TYPE days;
        CREATE FUNCTION days_canonical(days) RETURNS days LANGUAGE internal IMMUTABLE STRICT AS 'daterange_canonical';
        CREATE TYPE days AS RANGE (subtype = date, canonical = days_canonical);
        CREATE TABLE uses (a number, b days[])
        """

    @Test func `a type and its functions come and go together`() async throws {
        for version in try await TestCluster.availableVersions() {
            let cluster = try await TestCluster.shared(version: version)
            let full = try await cluster.createDatabase([Self.sql])
            let empty = try await cluster.createDatabase()
            let target = try await schema(of: full, cluster)
            let nothing = try await schema(of: empty, cluster)
            let building = SchemaDiff(from: nothing, to: target)
            try await cluster.psql(building.migration.sql, database: empty)
            let built = try await schema(of: empty, cluster)
            #expect(SchemaDiff(from: built, to: target).changes.isEmpty)
            let number = ObjectID(.type, schema: "public", name: "number")
            #expect(built.object(number, as: BaseType.self) == target.object(number, as: BaseType.self))
            try await cluster.psql(SchemaDiff(from: built, to: nothing).migration.sql, database: empty)
            #expect(SchemaDiff(from: try await schema(of: empty, cluster), to: nothing).changes.isEmpty)
            for database in [full, empty] { try await cluster.dropDatabase(database) }
        }
    }

    private func schema(of database: String, _ cluster: TestCluster) async throws -> DatabaseSchema {
        let parameters = try ConnectionParameters(parsing: cluster.url(database: database))
        let connection = try await PostgresConnection.connect(to: parameters, logger: Logger(label: "test"))
        let schema = try await CatalogReader().read(connection)
        await connection.close()
        return schema
    }
}
