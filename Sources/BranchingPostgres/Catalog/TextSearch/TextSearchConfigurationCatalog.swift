import PostgresLink
import SchemaModel

/// Text search configurations, with a row for each dictionary of each token type.
enum TextSearchConfigurationCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_ts_config")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for rows in try session.query(sql).grouped(by: "oid") {
            let row = rows[0]
            var configuration = TextSearchConfiguration(
                id: ObjectID(
                    .textSearchConfiguration, schema: try row.value("nspname"), name: try row.value("cfgname")),
                parser: try row.value("parser"))
            for row in rows {
                guard let token = try row.optional("token") else { continue }
                configuration.mappings[token, default: []].append(try row.value("dictionary"))
            }
            contents.add(
                configuration, at: CatalogAddress(catalog: .textSearchConfiguration, oid: try row.value("oid")))
        }
    }

    /// Asks each parser once for the names of its token types.
    private static let sql = """
        WITH configuration AS (
            SELECT c.oid, n.nspname, c.cfgname, c.cfgparser
            FROM pg_catalog.pg_ts_config c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
            WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.textSearchConfiguration, "c.oid"))
        ), token AS (
            SELECT p.cfgparser, t.tokid, t.alias
            FROM (SELECT DISTINCT cfgparser FROM configuration) p, pg_catalog.ts_token_type(p.cfgparser) t
        )
        SELECT c.oid, c.nspname, c.cfgname, pg_catalog.format('%I.%I', pn.nspname, p.prsname) AS parser,
            t.alias AS token, CASE WHEN d.oid IS NOT NULL THEN pg_catalog.format('%I.%I', dn.nspname, d.dictname) END
                AS dictionary
        FROM configuration c
        JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser
        JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
        LEFT JOIN pg_catalog.pg_ts_config_map m ON m.mapcfg = c.oid
        LEFT JOIN token t ON t.cfgparser = c.cfgparser AND t.tokid = m.maptokentype
        LEFT JOIN pg_catalog.pg_ts_dict d ON d.oid = m.mapdict
        LEFT JOIN pg_catalog.pg_namespace dn ON dn.oid = d.dictnamespace
        ORDER BY c.oid, m.maptokentype, m.mapseqno
        """
}
