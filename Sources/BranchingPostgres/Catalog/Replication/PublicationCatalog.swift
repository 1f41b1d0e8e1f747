import PostgresLink
import SchemaModel

/// Publications.
enum PublicationCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_publication")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql(version: contents.serverVersion)) {
            var actions: [String] = []
            for action in ["insert", "update", "delete", "truncate"] where try row.value("pub\(action)") {
                actions.append(action)
            }
            contents.add(
                Publication(
                    id: ObjectID(.publication, name: try row.value("pubname")),
                    isForAllTables: try row.value("puballtables"), actions: actions,
                    isViaPartitionRoot: try row.value("pubviaroot"), generatedColumns: try row.optional("generated")),
                at: CatalogAddress(catalog: .publication, oid: try row.value("oid")))
        }
    }

    private static func sql(version: Int) -> String {
        """
        SELECT p.oid, p.pubname, p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate, p.pubviaroot,
            \(version >= 180_000 ? "CASE p.pubgencols WHEN 's' THEN 'stored' ELSE 'none' END" : "NULL") AS generated
        FROM pg_catalog.pg_publication p
        WHERE p.oid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.notMember(.publication, "p.oid"))
        """
    }
}
