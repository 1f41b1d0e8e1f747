import PostgresLink
import SchemaModel

/// The operators and functions of operator families that belong to no class.
enum OperatorFamilyMemberCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_opfamily")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            guard let member = try OperatorMember(row) else { continue }
            contents.add(
                OperatorFamilyMember(
                    schema: try row.value("nspname"), family: try row.value("opfname"),
                    accessMethod: try row.value("amname"), place: member.place, member: member.member),
                at: member.address)
        }
    }

    private static let sql = """
        SELECT n.nspname, f.opfname, a.amname, m.*
        FROM pg_catalog.pg_opfamily f
        JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
        JOIN pg_catalog.pg_am a ON a.oid = f.opfmethod
        JOIN (
            \(OperatorMember.sql(of: .operatorFamily))
        ) m ON m.owner = f.oid
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.operatorFamily, "f.oid"))
        ORDER BY f.oid, m.is_operator DESC, m.number
        """
}
