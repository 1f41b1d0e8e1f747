import PostgresLink
import SchemaModel

/// Default privileges.
enum DefaultPrivilegesCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            contents.add(
                DefaultPrivileges(
                    role: try row.value("role"), schema: try row.optional("nspname") ?? "",
                    objects: objects(try row.value("defaclobjtype")), grants: try row.grants("grants") ?? []),
                at: CatalogAddress(catalog: .defaultPrivileges, oid: try row.value("oid")))
        }
    }

    private static func objects(_ letter: String) -> String {
        switch letter {
        case "r": "TABLES"
        case "S": "SEQUENCES"
        case "f": "FUNCTIONS"
        case "T": "TYPES"
        case "n": "SCHEMAS"
        default: "LARGE OBJECTS"
        }
    }

    private static let sql = """
        SELECT d.oid, pg_catalog.pg_get_userbyid(d.defaclrole) AS role, n.nspname, d.defaclobjtype,
            \(PostgresRow.grants("d.defaclacl")) AS grants
        FROM pg_catalog.pg_default_acl d
        LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
        WHERE (n.oid IS NULL OR \(CatalogFilter.schema)) AND \(CatalogFilter.notMember(.defaultPrivileges, "d.oid"))
        """
}
