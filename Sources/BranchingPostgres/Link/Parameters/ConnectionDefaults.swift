/// What every connection of ours sets, unless the connection string says otherwise.
package enum ConnectionDefaults {
    /// Notices a dead peer within about half a minute.
    private static let network = [
        "keepalives": "1", "keepalives_count": "4", "keepalives_idle": "10",
        "keepalives_interval": "5", "tcp_user_timeout": "30000",
    ]

    private static let session = ["application_name": "ayb", "client_encoding": "UTF8"]

    static func filling(_ parameters: ConnectionParameters) -> ConnectionParameters {
        var filled = parameters
        let wanted = session.merging(network(parameters)) { $1 }
        for (keyword, value) in wanted { filled[keyword] = value }
        return filled
    }

    /// The settings of the way to the server, with a valid `connect_timeout`.
    package static func network(_ parameters: ConnectionParameters) -> [String: String] {
        var wanted = network.merging(parameters.values) { $1 }
        wanted["connect_timeout"] = "\(parameters.connectSeconds)"
        return wanted
    }

    /// Undoes what `ALTER ROLE … SET` and `ALTER DATABASE … SET` may have set: time-outs that would end a long clone,
    /// and what changes how names and values are read. Leaves out settings that the server's version lacks.
    static func sessionSettings(_ parameters: ConnectionParameters) -> String {
        // If only tables and sequences are to be read, no view or foreign table may answer in their place: its owner's
        // code would run as our role. PostgreSQL has had this since the minor releases of August 2024.
        // Nor may planning a query evaluate what is constant in CHECK constraints.
        let restriction = parameters.readsTablesOnly ? "view, foreign-table" : ""
        return """
            SELECT pg_catalog.set_config(wanted.name, wanted.setting, false)
            FROM (VALUES ('search_path', ''), ('statement_timeout', '0'),
                         ('lock_timeout', '\(parameters.limits.lock.wholeMilliseconds)'),
                         ('idle_in_transaction_session_timeout', '0'), ('idle_session_timeout', '0'),
                         ('transaction_timeout', '0'), ('datestyle', 'ISO'), ('extra_float_digits', '3'),
                         ('default_transaction_read_only', 'off'),
                         ('default_transaction_isolation', 'read committed'),
                         ('restrict_nonsystem_relation_kind', '\(restriction)'),
                         ('constraint_exclusion', 'off'), ('row_security', 'off'), ('synchronous_commit', 'on'), ('role', 'none'),
                         ('standard_conforming_strings', 'on'), ('client_min_messages', 'warning'))
                 AS wanted (name, setting)
            WHERE pg_catalog.current_setting(wanted.name, true) IS NOT NULL
            """
    }
}
