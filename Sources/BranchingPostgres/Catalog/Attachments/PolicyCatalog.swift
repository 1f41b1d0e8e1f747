import PostgresLink
import SchemaModel

/// Row security policies.
enum PolicyCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_policy")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            guard let table = contents.relation(at: try row.value("polrelid")) else { continue }
            contents.add(
                Policy(
                    id: ObjectID(.policy, schema: table.schema, parent: table.name, name: try row.value("polname")),
                    command: command(try row.value("polcmd")), isPermissive: try row.value("polpermissive"),
                    roles: try row.list("roles"), using: try row.optional("polqual"),
                    check: try row.optional("polwithcheck")),
                at: CatalogAddress(catalog: .policy, oid: try row.value("oid")))
        }
    }

    private static func command(_ letter: String) -> String {
        switch letter {
        case "r": "SELECT"
        case "a": "INSERT"
        case "w": "UPDATE"
        case "d": "DELETE"
        default: "ALL"
        }
    }

    private static let sql = """
        SELECT p.oid, p.polrelid, p.polname, p.polcmd, p.polpermissive,
            pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS polqual,
            pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS polwithcheck,
            CASE WHEN p.polroles <> '{0}' THEN (
                SELECT string_agg(pg_catalog.pg_get_userbyid(r), chr(31)
                    ORDER BY pg_catalog.pg_get_userbyid(r) COLLATE "C")
                FROM unnest(p.polroles) r) END AS roles
        FROM pg_catalog.pg_policy p
        WHERE \(CatalogFilter.notMember(.policy, "p.oid"))
        """
}
