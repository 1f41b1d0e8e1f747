import BranchingCore

/// The subscriptions of the database.
enum SubscriptionCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws(PostgresError)
    {
        let rights = try session.query(
            "SELECT has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT') AS readable")
        let isReadable = try rights.first?.value("readable", as: Bool.self) ?? false
        for row in try session.query(sql(version: contents.serverVersion, withConnection: isReadable)) {
            var settings: [String: String] = [:]
            for (option, usual) in defaults {
                guard let value: String = try row.optional(option), value != usual else { continue }
                settings[option] = value
            }
            contents.add(
                Subscription(
                    id: ObjectID(.subscription, name: try row.value("subname")),
                    connection: try row.optional("connection"), publications: try row.list("publications"),
                    slot: try row.optional("subslotname"), options: settings),
                at: CatalogAddress(catalog: .subscription, oid: try row.value("oid")))
        }
    }

    /// The options and what each is where nobody sets it. PostgreSQL 18 streams by default, so that is told always there.
    private static let defaults = [
        "binary": "false", "two_phase": "false", "disable_on_error": "false", "password_required": "true",
        "run_as_owner": "false", "failover": "false", "origin": "any", "synchronous_commit": "off", "streaming": "",
    ]

    private static func sql(version: Int, withConnection: Bool) -> String {
        func since(_ first: Int, _ expression: String) -> String { version >= first ? expression : "NULL" }
        let streaming =
            version >= 160_000
            ? "CASE s.substream WHEN 'p' THEN 'parallel' WHEN 't' THEN 'on' ELSE 'off' END"
            : since(140_000, "CASE WHEN s.substream THEN 'on' ELSE 'off' END")
        return """
            SELECT s.oid, s.subname, s.subslotname, s.subsynccommit AS synchronous_commit,
                \(withConnection ? "s.subconninfo" : "NULL") AS connection,
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
