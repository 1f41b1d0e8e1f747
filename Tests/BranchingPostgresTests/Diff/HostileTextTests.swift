import MigrationPlanner
import SQLText
import SchemaComparison
import TestSupport
import Testing

@testable import BranchingPostgres

/// Names and texts that break code that does not quote them, and equal schemas.
@Suite struct HostileTextTests {
    /// Objects of many kinds whose names all start with a text.
    private static func schema(_ prefix: String, variant: Int) -> String {
        func name(_ suffix: String) -> String {
            let kept = String(prefix.prefix(max(0, 63 - suffix.utf8.count)))
            return SQLIdentifier.quoted(suffix + kept)
        }
        let text = SQLIdentifier.literal("\(prefix) it's $$ $_$ \\ \n-- \(variant); DROP TABLE x;")
        let label = SQLIdentifier.literal(String(prefix.prefix(50)) + "'$$\\")
        let (schema, table, column) = (name("s"), name("t"), name("c"))
        let relation = "\(schema).\(table)"
        return """
            CREATE SCHEMA \(schema);
            CREATE TYPE \(schema).\(name("e")) AS ENUM (\(label), 'b');
            CREATE TYPE \(schema).\(name("r")) AS (\(name("a")) text, \(name("b")) int\(variant > 1 ? ", c int" : ""));
            CREATE DOMAIN \(schema).\(name("d")) AS text DEFAULT \(text) CONSTRAINT \(name("dc")) CHECK (VALUE <> \(text));
            CREATE SEQUENCE \(schema).\(name("q")) INCREMENT \(variant);
            CREATE FUNCTION \(schema).\(name("f"))(\(name("x")) int) RETURNS text IMMUTABLE LANGUAGE sql AS
                \(SQLIdentifier.literal("SELECT " + text + " || $1"));
            CREATE FUNCTION \(schema).\(name("tf"))() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE \(relation) (\(column) int NOT NULL DEFAULT nextval(\(SQLIdentifier.literal("\(schema).\(name("q"))"))),
                \(name("n")) text DEFAULT \(text), \(name("k")) \(schema).\(name("e")) DEFAULT \(label),
                \(name("l")) \(schema).\(name("d")), \(name("m")) \(schema).\(name("r"))[],
                \(name("g")) text GENERATED ALWAYS AS (\(schema).\(name("f"))(\(column))) STORED,
                CONSTRAINT \(name("pk")) PRIMARY KEY (\(column)), CONSTRAINT \(name("ck")) CHECK (\(name("n")) <> \(text)),
                CONSTRAINT \(name("fk")) FOREIGN KEY (\(column)) REFERENCES \(relation) (\(column)));
            CREATE INDEX \(name("i")) ON \(relation) (\(name("n")), (\(name("n")) || \(text))) WHERE \(name("n")) <> \(text);
            CREATE VIEW \(schema).\(name("v")) AS SELECT \(column), \(text)::text AS \(name("o")) FROM \(relation);
            CREATE MATERIALIZED VIEW \(schema).\(name("mv")) AS SELECT \(name("n")) FROM \(relation);
            CREATE INDEX \(name("mi")) ON \(schema).\(name("mv")) (\(name("n")));
            CREATE TRIGGER \(name("tr")) BEFORE INSERT ON \(relation) FOR EACH ROW WHEN (NEW.\(name("n")) <> \(text))
                EXECUTE FUNCTION \(schema).\(name("tf"))(\(text));
            CREATE RULE \(name("ru")) AS ON DELETE TO \(relation) DO INSTEAD NOTHING;
            CREATE POLICY \(name("p")) ON \(relation) USING (\(name("n")) <> \(text));
            CREATE STATISTICS \(schema).\(name("st")) ON \(column), \(name("n")) FROM \(relation);
            CREATE TABLE \(schema).\(name("pt")) (\(column) text) PARTITION BY LIST (\(column));
            CREATE TABLE \(schema).\(name("p1")) PARTITION OF \(schema).\(name("pt")) FOR VALUES IN (\(text));
            CREATE TABLE \(schema).\(name("ch")) (\(name("own")) int) INHERITS (\(relation));
            COMMENT ON SCHEMA \(schema) IS \(text);
            COMMENT ON COLUMN \(relation).\(column) IS \(text);
            COMMENT ON CONSTRAINT \(name("ck")) ON \(relation) IS \(text);
            COMMENT ON TRIGGER \(name("tr")) ON \(relation) IS \(text);
            COMMENT ON FUNCTION \(schema).\(name("f")) IS \(text);
            COMMENT ON CONSTRAINT \(name("dc")) ON DOMAIN \(schema).\(name("d")) IS \(text);
            GRANT SELECT (\(column)) ON \(relation) TO pg_monitor;
            """
    }

    static let names = [
        "two words", "Upper", "select", "quo\"te", "it's", "semi;--", "dol$$lar", "$x$", "back\\slash", "line\nbreak",
        "dot.ted", "(paren,)", "näme", "🦆", "tab\t", String(repeating: "long", count: 16), "/*", "%s {} \\n",
    ]

    @Test(arguments: names)
    func `names and texts of any kind are made, changed and removed`(name: String) async throws {
        try await DiffScene(from: "", to: Self.schema(name, variant: 1)).expect()
        try await DiffScene(from: Self.schema(name, variant: 1), to: "").expect()
        try await DiffScene(from: Self.schema(name, variant: 1), to: Self.schema(name, variant: 2)).expect()
    }

    @Test(arguments: try await DiffVersions.all())
    func `a schema is the same as itself, and as a second reading of it`(version: TestedVersion) async throws {
        let script = Self.names.map { Self.schema($0, variant: 1) }.joined(separator: ";\n")
        let same = try await DiffScene(version: version, from: script, to: script).expect()
        #expect(same.isEmpty)
        #expect(same.sql == "")
    }

    @Test(arguments: try await DiffVersions.all())
    func `the same schemas give the same bytes, however often they are read and in whatever order they were made`(
        version: TestedVersion
    ) async throws {
        let cluster = try await TestCluster.shared(version: version)
        func database(_ variant: Int, _ names: [String]) async throws -> String {
            let script = names.map { Self.schema($0, variant: variant) }.joined(separator: ";\n")
            return try await cluster.createDatabase([script])
        }
        let some = Array(Self.names.prefix(6))
        let databases = [
            try await database(1, some), try await database(2, some), try await database(1, some.reversed()),
            try await database(2, some.reversed()),
        ]
        func sql(_ first: Int, _ second: Int) async throws -> String {
            let from = try await cluster.schema(of: databases[first])
            let to = try await cluster.schema(of: databases[second])
            let diff = SchemaDiff(from: from, to: to)
            #expect(diff.migration.sql == SchemaDiff(from: from, to: to).migration.sql)
            return diff.migration.sql
        }
        let expected = try await sql(0, 1)
        #expect(!expected.isEmpty)
        #expect(try await sql(0, 1) == expected)
        #expect(try await sql(2, 3) == expected)
        #expect(try await sql(2, 1) == expected)
        for name in databases { try await cluster.dropDatabase(name) }
    }
}
