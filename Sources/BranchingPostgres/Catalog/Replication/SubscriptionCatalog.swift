import PostgresLink
import SchemaModel

/// The subscriptions of the database.
enum SubscriptionCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql(version: contents.serverVersion, readable: try readableColumns(session))) {
            var settings: [String: String] = [:]
            for (option, usual) in defaults {
                guard let value: String = try row.optional(option), value != usual else { continue }
                settings[option] = value
            }
            let subscription = Subscription(
                id: ObjectID(.subscription, name: try row.value("subname")),
                connection: try row.optional("connection"), publications: try row.list("publications"),
                slot: try row.optional("subslotname"), options: settings)
            if let oid: UInt32 = try row.optional("oid") {
                contents.add(subscription, at: CatalogAddress(catalog: .subscription, oid: oid))
            } else {
                contents.add(subscription)
            }
        }
    }

    /// The columns that the role may read: connections hold passwords, and PostgreSQL 13 hid more than that.
    private static func readableColumns(_ session: borrowing ConnectionHandle) throws -> Set<String> {
        let rows = try session.query(
            """
            SELECT attname FROM pg_catalog.pg_attribute
            WHERE attrelid = 'pg_catalog.pg_subscription'::regclass AND attnum > 0 AND NOT attisdropped
                AND has_column_privilege(attrelid, attnum, 'SELECT')
            """)
        var names: Set<String> = []
        for row in rows { names.insert(try row.value("attname")) }
        return names
    }

    /// The options and their defaults. PostgreSQL 18 streams by default, so `streaming` is always stated.
    private static let defaults = [
        "binary": "false", "two_phase": "false", "disable_on_error": "false", "password_required": "true",
        "run_as_owner": "false", "failover": "false", "origin": "any", "synchronous_commit": "off", "streaming": "",
    ]

    private static func sql(version: Int, readable: Set<String>) -> String {
        func column(_ name: String) -> String { readable.contains(name) ? "s.\(name)" : "NULL" }
        func since(_ first: Int, _ expression: String) -> String { version >= first ? expression : "NULL" }
        let streaming =
            version >= 160_000
            ? "CASE s.substream WHEN 'p' THEN 'parallel' WHEN 't' THEN 'on' ELSE 'off' END"
            : since(140_000, "CASE WHEN s.substream THEN 'on' ELSE 'off' END")
        return """
            SELECT \(column("oid")) AS oid, s.subname, s.subslotname, \(column("subsynccommit")) AS synchronous_commit,
                \(column("subconninfo")) AS connection,
                array_to_string(s.subpublications, chr(31)) AS publications,
                \(since(140_000, "s.subbinary::text")) AS binary,
                \(streaming) AS streaming,
                \(since(150_000, "(s.subtwophasestate <> 'd')::text")) AS two_phase,
                \(since(150_000, "s.subdisableonerr::text")) AS disable_on_error,
                \(since(160_000, "s.subpasswordrequired::text")) AS password_required,
                \(since(160_000, "s.subrunasowner::text")) AS run_as_owner,
                \(since(170_000, "s.subfailover::text")) AS failover,
                \(since(160_000, "s.suborigin")) AS origin
            FROM pg_catalog.pg_subscription s
            WHERE s.subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
            """
    }
}
