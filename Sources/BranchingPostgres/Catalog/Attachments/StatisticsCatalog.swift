import PostgresLink
import SchemaModel

/// Extended statistics.
enum StatisticsCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_statistic_ext")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            let target: Int? = try row.optional("stxstattarget")
            contents.add(
                ExtendedStatistics(
                    id: ObjectID(.statistics, schema: try row.value("nspname"), name: try row.value("stxname")),
                    definition: try row.value("definition"), target: target.flatMap { $0 < 0 ? nil : $0 }),
                at: CatalogAddress(catalog: .statistics, oid: try row.value("oid")))
        }
    }

    private static let sql = """
        SELECT s.oid, n.nspname, s.stxname, s.stxstattarget, pg_catalog.pg_get_statisticsobjdef(s.oid) AS definition
        FROM pg_catalog.pg_statistic_ext s
        JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.statistics, "s.oid"))
        """
}
