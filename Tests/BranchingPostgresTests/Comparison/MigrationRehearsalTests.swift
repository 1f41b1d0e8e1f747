import Logging
import MigrationPlanner
import TestSupport
import Testing

@testable import BranchingPostgres

@Suite struct MigrationRehearsalTests {
    private static func run(_ groups: [StatementGroup]) async throws -> (failure: String?, tables: String) {
        let cluster = try await TestCluster.shared()
        let database = try await cluster.createDatabase()
        let connection = try await PostgresConnection.connect(
            to: try ConnectionParameters(parsing: cluster.url(database: database)), logger: Logger(label: "test"))
        let failure = try await MigrationRehearsal(migration: SchemaMigration(groups: groups)).run(on: connection)
        await connection.close()
        let tables = try await cluster.psql(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'i') AND oid >= 16384 ORDER BY 1", database: database)
        try await cluster.dropDatabase(database)
        return (failure, tables)
    }

    @Test func `each group runs as it says`() async throws {
        let (failure, tables) = try await Self.run([
            StatementGroup(isTransaction: true, statements: [Statement("CREATE TABLE public.a (x int)")]),
            StatementGroup(
                isTransaction: false, statements: [Statement("CREATE INDEX CONCURRENTLY i ON public.a (x)")]),
            StatementGroup(isTransaction: true, statements: []),
        ])
        #expect(failure == nil)
        #expect(tables == "a\ni")
    }

    @Test func `a failing statement is reported with its place and code, and its group leaves nothing`() async throws {
        let (failure, tables) = try await Self.run([
            StatementGroup(isTransaction: true, statements: [Statement("CREATE TABLE public.a (x int)")]),
            StatementGroup(
                isTransaction: true,
                statements: [Statement("CREATE TABLE public.b (x int)"), Statement("CREATE TABLE public.a (x int)")]),
        ])
        let text = try #require(failure)
        #expect(text.hasPrefix("Statement 3 of 3 fails: "))
        #expect(text.contains("(42P07)"))
        #expect(text.hasSuffix("CREATE TABLE public.a (x int)"))
        #expect(tables == "a")
    }

    @Test func `what fails at the end of a transaction is reported too`() async throws {
        let (failure, _) = try await Self.run([
            StatementGroup(
                isTransaction: true,
                statements: [
                    Statement("CREATE TABLE public.a (x int UNIQUE DEFERRABLE INITIALLY DEFERRED)"),
                    Statement("INSERT INTO public.a VALUES (1), (1)"),
                ])
        ])
        #expect(failure?.contains("(23505): COMMIT") == true)
    }
}
