/// What every connection of ours sets, unless the connection string says otherwise.
enum ConnectionDefaults {
    /// Notices a dead peer within about half a minute, and gives up connecting to a host after ten seconds.
    static let network = [
        "connect_timeout": "10", "keepalives": "1", "keepalives_count": "4", "keepalives_idle": "10",
        "keepalives_interval": "5", "tcp_user_timeout": "30000",
    ]

    private static let session = ["application_name": "ayb", "client_encoding": "UTF8"]

    static func filling(_ parameters: ConnectionParameters) -> ConnectionParameters {
        ConnectionParameters(session.merging(network) { $1 }.merging(parameters.values) { $1 })
    }

    /// Undoes what `ALTER ROLE … SET` and `ALTER DATABASE … SET` may have set: time-outs that would end a long clone,
    /// and what changes how names and values are read. Settings that the server's version lacks are left out.
    static let sessionSettings = """
        SELECT pg_catalog.set_config(wanted.name, wanted.setting, false)
        FROM (VALUES ('search_path', ''), ('statement_timeout', '0'), ('lock_timeout', '0'),
                     ('idle_in_transaction_session_timeout', '0'), ('idle_session_timeout', '0'),
                     ('transaction_timeout', '0'), ('datestyle', 'ISO'), ('extra_float_digits', '3'),
                     ('default_transaction_read_only', 'off'), ('default_transaction_isolation', 'read committed'),
                     ('row_security', 'off'), ('synchronous_commit', 'on'), ('role', 'none'),
                     ('standard_conforming_strings', 'on'), ('client_min_messages', 'warning'))
             AS wanted (name, setting)
        WHERE pg_catalog.current_setting(wanted.name, true) IS NOT NULL
        """
}
