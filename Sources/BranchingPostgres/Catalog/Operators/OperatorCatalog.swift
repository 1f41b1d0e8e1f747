import PostgresLink
import SchemaModel

/// Operators, except those that so far are only named as another's partner.
enum OperatorCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_operator")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            var found = OperatorDefinition(
                schema: try row.value("nspname"), name: try row.value("oprname"), function: try row.value("function"),
                left: try row.optional("left_type"), right: try row.optional("right_type"))
            found.commutator = try row.optional("commutator")
            found.negator = try row.optional("negator")
            found.restriction = try row.optional("restriction")
            found.join = try row.optional("join_estimate")
            found.hashes = try row.value("oprcanhash")
            found.merges = try row.value("oprcanmerge")
            contents.add(found, at: CatalogAddress(catalog: .operator, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT o.oid, n.nspname, o.oprname, o.oprcode::text AS function, o.oprcanhash, o.oprcanmerge,
            CASE WHEN o.oprleft <> 0 THEN pg_catalog.format_type(o.oprleft, NULL) END AS left_type,
            CASE WHEN o.oprright <> 0 THEN pg_catalog.format_type(o.oprright, NULL) END AS right_type,
            CASE WHEN c.oid IS NOT NULL THEN pg_catalog.format('OPERATOR(%I.%s)', cn.nspname, c.oprname) END
                AS commutator,
            CASE WHEN g.oid IS NOT NULL THEN pg_catalog.format('OPERATOR(%I.%s)', gn.nspname, g.oprname) END
                AS negator,
            NULLIF(o.oprrest::text, '-') AS restriction, NULLIF(o.oprjoin::text, '-') AS join_estimate
        FROM pg_catalog.pg_operator o
        JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
        LEFT JOIN pg_catalog.pg_operator c ON c.oid = o.oprcom
        LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.oprnamespace
        LEFT JOIN pg_catalog.pg_operator g ON g.oid = o.oprnegate
        LEFT JOIN pg_catalog.pg_namespace gn ON gn.oid = g.oprnamespace
        WHERE o.oprcode <> 0 AND \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.operator, "o.oid"))
        """
}
