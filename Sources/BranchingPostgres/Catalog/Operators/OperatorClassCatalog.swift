import PostgresLink
import SchemaModel

/// Operator classes, with a row for each operator and function.
enum OperatorClassCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_opclass")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for rows in try session.query(sql).grouped(by: "oid") {
            let row = rows[0]
            let id = ObjectID(
                .operatorClass, schema: try row.value("nspname"), name: try row.value("opcname"),
                signature: try row.value("amname"))
            var members: [String] = []
            for row in rows {
                guard let member = try OperatorMember(row) else { continue }
                members.append(member.clause)
                contents.alias(member.address, id)
            }
            contents.add(
                OperatorClass(
                    id: id, type: try row.value("type"), isDefault: try row.value("opcdefault"),
                    family: try row.value("family"), storage: try row.optional("storage"), members: members),
                at: CatalogAddress(catalog: .operatorClass, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT c.oid, n.nspname, c.opcname, a.amname, c.opcdefault,
            pg_catalog.format_type(c.opcintype, NULL) AS type,
            pg_catalog.format('%I.%I', fn.nspname, f.opfname) AS family,
            CASE WHEN c.opckeytype <> 0 THEN pg_catalog.format_type(c.opckeytype, NULL) END AS storage,
            m.*
        FROM pg_catalog.pg_opclass c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
        JOIN pg_catalog.pg_am a ON a.oid = c.opcmethod
        JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily
        JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
        LEFT JOIN (
            \(OperatorMember.sql(of: .operatorClass))
        ) m ON m.owner = c.oid
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.operatorClass, "c.oid"))
        ORDER BY c.oid, m.is_operator DESC, m.number, m.left_type, m.right_type
        """
}
