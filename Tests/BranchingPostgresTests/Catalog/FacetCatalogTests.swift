import DiffTerms
import MigrationPlanner
import SchemaModel
import TestSupport
import Testing

@Suite struct FacetCatalogTests {
    private let objects = [
        "CREATE SCHEMA \"S 1\"",
        "CREATE TABLE \"S 1\".\"T\" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, \"C d\" int)",
        "CREATE TABLE plain (id serial, a int CONSTRAINT positive CHECK (a > 0))",
        "CREATE VIEW \"S 1\".v AS SELECT id AS \"I\", \"C d\" FROM \"S 1\".\"T\"",
        "CREATE MATERIALIZED VIEW m AS SELECT 1 AS one", "CREATE SEQUENCE \"Seq\"",
        "CREATE FUNCTION \"S 1\".\"F\"(integer, text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE PROCEDURE p(integer) LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "CREATE TRIGGER \"T g\" AFTER INSERT ON plain FOR EACH ROW EXECUTE FUNCTION fire()",
        "CREATE POLICY pol ON plain", "CREATE RULE r AS ON INSERT TO plain DO INSTEAD NOTHING",
        "CREATE STATISTICS st ON id, a FROM plain", "CREATE FOREIGN DATA WRAPPER w",
        "CREATE SERVER s FOREIGN DATA WRAPPER w", "CREATE PUBLICATION pub", "CREATE INDEX i ON plain (a)",
    ]

    private func facets(_ role: String) -> [String] {
        [
            "ALTER TABLE \"S 1\".\"T\" OWNER TO \"\(role)\"", "ALTER VIEW \"S 1\".v OWNER TO \"\(role)\"",
            "GRANT SELECT, UPDATE (\"C d\") ON \"S 1\".\"T\" TO PUBLIC",
            "GRANT SELECT (\"I\") ON \"S 1\".v TO \"\(role) 2\" WITH GRANT OPTION",
            "REVOKE ALL ON plain FROM CURRENT_USER", "GRANT INSERT ON plain TO \"\(role)\" WITH GRANT OPTION",
            "GRANT USAGE ON SEQUENCE \"S 1\".\"T_id_seq\" TO \"\(role) 2\"",
            "REVOKE EXECUTE ON FUNCTION \"S 1\".\"F\"(integer, text) FROM PUBLIC",
            "ALTER PROCEDURE p(integer) OWNER TO \"\(role)\"", "GRANT EXECUTE ON PROCEDURE p(integer) TO \"\(role) 2\"",
            "GRANT USAGE ON FOREIGN SERVER s TO \"\(role)\"", "GRANT USAGE ON FOREIGN DATA WRAPPER w TO \"\(role)\"",
            "ALTER STATISTICS st OWNER TO \"\(role)\"", "ALTER TABLE plain OWNER TO \"\(role)\"",
            "COMMENT ON TABLE plain IS 'it''s \\ $$ -- a\nb'", "COMMENT ON COLUMN \"S 1\".v.\"I\" IS 'view column'",
            "COMMENT ON COLUMN plain.a IS 'column'", "COMMENT ON CONSTRAINT positive ON plain IS 'constraint'",
            "COMMENT ON INDEX \"S 1\".\"T_pkey\" IS 'index of a key'", "COMMENT ON INDEX i IS 'index'",
            "COMMENT ON CONSTRAINT \"T_pkey\" ON \"S 1\".\"T\" IS 'key'",
            "COMMENT ON TRIGGER \"T g\" ON plain IS 'trigger'",
            "COMMENT ON POLICY pol ON plain IS 'policy'", "COMMENT ON RULE r ON plain IS 'rule'",
            "COMMENT ON STATISTICS st IS 'statistics'", "COMMENT ON SERVER s IS 'server'",
            "COMMENT ON FOREIGN DATA WRAPPER w IS 'wrapper'", "COMMENT ON PUBLICATION pub IS 'publication'",
            "COMMENT ON MATERIALIZED VIEW m IS 'm'", "COMMENT ON PROCEDURE p(integer) IS 'p'",
            "COMMENT ON SEQUENCE \"S 1\".\"T_id_seq\" IS 'identity'",
        ]
    }

    @Test func `facets are read, and the statements bring them there and back`() async throws {
        let role = TestCluster.uniqueName("Role")
        let roles = ["CREATE ROLE \"\(role)\"", "CREATE ROLE \"\(role) 2\""]
        try await CatalogScene.forEachVersion(roles + objects) { scene in
            let bare = try await scene.read()
            try await scene.cluster.psql(facets(role).joined(separator: ";\n"), database: scene.database)
            let full = try await scene.read()
            #expect(full.facets.values.filter { $0.comment != nil }.count >= 17)
            let column = ObjectID(.column, schema: "S 1", parent: "v", name: "I")
            #expect(full.facets[column]?.comment == "view column")
            #expect(full.facets[column]?.privileges?.first?.isGrantable == true)
            #expect(full.facets[ObjectID(.sequence, schema: "S 1", name: "T_id_seq")]?.comment == "identity")
            for (from, to) in [(full, bare), (bare, full)] {
                let statements = FacetStatements(MigrationContext(from: from, to: to)) { _ in false }
                try await scene.run(statements.ids.flatMap { statements.statements(for: $0) })
                let context = MigrationContext(from: try await scene.read(), to: to)
                let again = FacetStatements(context) { _ in false }
                #expect(again.ids.flatMap { again.statements(for: $0) }.map(\.sql) == [])
            }
        }
        for version in try await TestCluster.availableVersions() {
            try await TestCluster.shared(version: version).psql("DROP ROLE \"\(role)\", \"\(role) 2\"")
        }
    }

    @Test func `a new object has what default privileges give, and gets what it should have`() async throws {
        let role = TestCluster.uniqueName("role")
        let setup = [
            "CREATE ROLE \(role)", "CREATE SCHEMA s",
            "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO \(role) WITH GRANT OPTION",
            "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT INSERT ON TABLES TO PUBLIC",
        ]
        try await CatalogScene.forEachVersion(setup) { scene in
            let empty = try await scene.read()
            let (_, after) = try await scene.remakes([.defaultPrivileges])
            #expect(after.objects([.defaultPrivileges]) == empty.objects([.defaultPrivileges]))
            #expect(after.objects([.defaultPrivileges]).count == 3)
            try await scene.cluster.psql(
                "CREATE TABLE s.t (a int); CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                database: scene.database)
            let made = try await scene.read()
            let context = MigrationContext(from: empty, to: made)
            for id in made.objects.keys where empty.objects[id] == nil && id.kind != .column {
                let initial = ObjectFacets.initial(for: id, createdBy: empty.currentUser, context)
                #expect(initial == made.facets[id], "\(id)")
            }
        }
        for version in try await TestCluster.availableVersions() {
            try await TestCluster.shared(version: version).psql("DROP ROLE \(role)")
        }
    }

    @Test func `what no section reads is reported`() async throws {
        try await CatalogScene.forEachVersion(objects) { scene in
            let schema = try await scene.read()
            #expect(!schema.unsupported.contains { $0.catalog == "pg_class" || $0.catalog == "pg_proc" })
            #expect(!schema.unsupported.contains { $0.catalog == "pg_foreign_server" || $0.catalog == "pg_type" })
        }
    }
}
