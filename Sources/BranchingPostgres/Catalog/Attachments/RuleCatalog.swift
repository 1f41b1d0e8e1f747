import PostgresLink
import SchemaModel

/// Rewrite rules, except those that make views.
enum RuleCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_rewrite", and: "rulename <> '_RETURN'")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            guard let relation = contents.relation(at: try row.value("ev_class")) else { continue }
            let definition: String = try row.value("definition")
            contents.add(
                Rule(
                    id: ObjectID(
                        .rule, schema: relation.schema, parent: relation.name, name: try row.value("rulename")),
                    definition: definition.hasSuffix(";") ? String(definition.dropLast()) : definition,
                    state: FiringState(rawValue: try row.value("ev_enabled")) ?? .origin),
                at: CatalogAddress(catalog: .rule, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT r.oid, r.ev_class, r.rulename, r.ev_enabled, pg_catalog.pg_get_ruledef(r.oid) AS definition
        FROM pg_catalog.pg_rewrite r
        WHERE r.oid >= \(CatalogFilter.firstUserOID) AND r.rulename <> '_RETURN'
            AND \(CatalogFilter.notMember(.rule, "r.oid"))
        """
}
