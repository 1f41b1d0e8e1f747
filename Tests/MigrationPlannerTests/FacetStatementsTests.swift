import DiffTerms
import MigrationPlanner
import SchemaModel
import Testing

@Suite struct FacetStatementsTests {
    private let table = ObjectID(.table, schema: "s", name: "T")
    private let function = ObjectID(.function, schema: "s", name: "f")

    private func schema(
        _ objects: [any SchemaObject] = [], facets: [ObjectID: ObjectFacets] = [:], version: Int = 160_000
    ) -> DatabaseSchema {
        DatabaseSchema(serverVersion: version, currentUser: "me", objects: objects, facets: facets)
    }

    @Test func `an object has what its maker's default privileges give`() {
        let everywhere = DefaultPrivileges(
            role: "me", objects: "TABLES", grants: [Grant(grantee: "reader", privilege: "SELECT")])
        let here = DefaultPrivileges(
            role: "me", schema: "s", objects: "TABLES", grants: [Grant(grantee: "", privilege: "INSERT")])
        let other = DefaultPrivileges(
            role: "you", objects: "TABLES", grants: [Grant(grantee: "", privilege: "UPDATE")])
        let all = schema([everywhere, here, other])
        let initial = ObjectFacets.initial(
            for: table, createdBy: "me", newOwner: "you", MigrationContext(from: all, to: all))
        #expect(initial.owner == "you")
        #expect(initial.privileges == everywhere.grants.union(here.grants))
        let elsewhere = ObjectID(.view, schema: "other", name: "v")
        #expect(
            ObjectFacets.initial(for: elsewhere, createdBy: "me", MigrationContext(from: all, to: all)).privileges
                == everywhere.grants)
        // Removals come before creations.
        let gone = MigrationContext(from: all, to: schema())
        #expect(ObjectFacets.initial(for: table, createdBy: "me", gone).privileges == nil)
        #expect(ObjectFacets.initial(for: function, createdBy: "me", gone).privileges == nil)
    }

    @Test func `revoking from everybody what everybody has by default is a statement`() {
        let old = ObjectFacets(owner: "me")
        let new = ObjectFacets(owner: "me", privileges: [Grant(grantee: "me", privilege: "EXECUTE")])
        let context = MigrationContext(from: schema(), to: schema())
        #expect(
            FacetStatements.statements(for: function, from: old, to: new, context).map(\.sql)
                == ["REVOKE ALL ON FUNCTION s.f() FROM PUBLIC"])
        #expect(
            FacetStatements.statements(for: function, from: new, to: old, context).map(\.sql)
                == ["GRANT ALL ON FUNCTION s.f() TO PUBLIC"])
    }

    @Test func `a new owner has what the old one had`() {
        let grants = [Grant(grantee: "me", privilege: "SELECT"), Grant(grantee: "", privilege: "SELECT")]
        let old = ObjectFacets(owner: "me", privileges: Set(grants), comment: "x")
        var new = ObjectFacets(owner: "You 2", comment: "it's")
        new.privileges = [Grant(grantee: "You 2", privilege: "SELECT"), Grant(grantee: "", privilege: "SELECT")]
        let context = MigrationContext(from: schema(facets: [table: old]), to: schema(facets: [table: new]))
        let statements = FacetStatements.statements(for: table, from: old, to: new, context)
        #expect(
            statements.map(\.sql) == [
                "ALTER TABLE s.\"T\" OWNER TO \"You 2\"", "COMMENT ON TABLE s.\"T\" IS 'it''s'",
            ])
        #expect(statements.first?.hazards == [Hazard(.authorizationChange)])
    }

    @Test func `what is revoked on a table is granted on its columns again`() {
        let column = ObjectID(.column, schema: "s", parent: "T", name: "C")
        let objects: [any SchemaObject] = [Table(id: table), Column(id: column, type: "integer")]
        let all = PrivilegeClass.table.defaultPrivileges(owner: "me", version: 160_000)
        let reader = Grant(grantee: "reader", privilege: "SELECT")
        let wide = ObjectFacets(owner: "me", privileges: all.union([reader]))
        let narrow = ObjectFacets(privileges: [reader])
        let context = MigrationContext(
            from: schema(objects, facets: [table: wide, column: narrow]),
            to: schema(objects, facets: [table: ObjectFacets(owner: "me"), column: narrow]))
        let statements = FacetStatements(context) { _ in false }
        #expect(
            statements.ids.flatMap { statements.statements(for: $0) }.map(\.sql) == [
                "REVOKE SELECT ON TABLE s.\"T\" FROM reader", "GRANT SELECT (\"C\") ON TABLE s.\"T\" TO reader",
            ])
    }

    @Test func `a privilege that one of the servers lacks counts on neither`() {
        let context = MigrationContext(from: schema(version: 150_000), to: schema(version: 170_000))
        let old = ObjectFacets(
            owner: "me", privileges: PrivilegeClass.table.defaultPrivileges(owner: "me", version: 150_000))
        #expect(
            FacetStatements.statements(for: table, from: old, to: ObjectFacets(owner: "me"), context).isEmpty)
    }
}
