import TestSupport
import Testing

/// Hard cases of privileges.
@Suite struct PrivilegeCaseTests {
    private static let extensions = """
        CREATE SCHEMA s;
        CREATE EXTENSION hstore SCHEMA s;
        CREATE EXTENSION postgres_fdw;
        CREATE EXTENSION pg_stat_statements VERSION '1.10';
        """

    /// The extension's script revokes some from everybody, which is not a user's change.
    private static let changesOfMembers = """
        GRANT USAGE ON TYPE s.hstore TO pg_signal_backend;
        GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO pg_signal_backend WITH GRANT OPTION;
        REVOKE EXECUTE ON FUNCTION s.hstore_in(cstring) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION pg_stat_statements_reset(oid, oid, bigint) TO pg_signal_backend;
        GRANT SELECT (query) ON pg_stat_statements TO pg_signal_backend;
        REVOKE SELECT ON pg_stat_statements FROM PUBLIC;
        """

    private static let changesOfPostgreSQL = """
        GRANT EXECUTE ON FUNCTION pg_catalog.pg_ls_dir(text) TO pg_signal_backend;
        REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
        GRANT SELECT (rolname) ON pg_catalog.pg_authid TO pg_signal_backend;
        REVOKE SELECT ON pg_catalog.pg_user FROM PUBLIC;
        REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
        GRANT USAGE ON LANGUAGE plpgsql TO pg_signal_backend;
        REVOKE USAGE ON TYPE pg_catalog.money FROM PUBLIC;
        GRANT CREATE ON SCHEMA pg_catalog TO pg_signal_backend;
        """

    @Test(arguments: try await DiffVersions.withContrib(), [changesOfMembers, changesOfPostgreSQL])
    func `what users changed on what they did not make is granted, and taken back`(
        version: TestedVersion, changes: String
    ) async throws {
        try await DiffScene(version: version, both: Self.extensions, from: "", to: changes).expect()
        try await DiffScene(version: version, both: Self.extensions, from: changes, to: "").expect()
    }

    @Test(arguments: try await DiffVersions.withContrib())
    func `an extension that is new gets the privileges that users gave on its members`(version: TestedVersion)
        async throws
    {
        let all = Self.extensions + Self.changesOfMembers
        try await DiffScene(version: version, from: "CREATE SCHEMA s", to: all).expect()
        try await DiffScene(version: version, from: all, to: "CREATE SCHEMA s").expect()
    }

    @Test(arguments: try await DiffVersions.withContrib())
    func `privileges on its members follow an extension into another schema`(version: TestedVersion) async throws {
        func schema(_ name: String, _ changes: String) -> String {
            """
            CREATE SCHEMA one; CREATE SCHEMA two; CREATE EXTENSION hstore SCHEMA \(name);
            SET search_path = \(name); \(changes)
            """
        }
        let changes = """
            GRANT USAGE ON TYPE hstore TO pg_signal_backend;
            REVOKE EXECUTE ON FUNCTION hstore_out(hstore) FROM PUBLIC;
            """
        try await DiffScene(version: version, from: schema("one", changes), to: schema("two", "")).expect()
        try await DiffScene(version: version, from: schema("one", changes), to: schema("two", changes)).expect()
    }

    @Test(arguments: try await DiffVersions.all())
    func `the columns of each kind of relation keep what the relation loses`(version: TestedVersion) async throws {
        let relations = """
            CREATE TABLE t (a int, b int);
            CREATE VIEW v AS SELECT * FROM t;
            CREATE MATERIALIZED VIEW m AS SELECT * FROM t;
            CREATE FOREIGN DATA WRAPPER w;
            CREATE SERVER s FOREIGN DATA WRAPPER w;
            CREATE FOREIGN TABLE f (a int, b int) SERVER s;
            """
        let whole = "GRANT SELECT ON t, v, m, f, pg_stat_database TO pg_signal_backend"
        let columns = "GRANT SELECT (a) ON t, v, m, f TO pg_signal_backend"
        try await DiffScene(version: version, both: relations, from: whole, to: columns).expect()
        try await DiffScene(version: version, both: relations, from: whole + ";" + columns, to: columns).expect()
        try await DiffScene(version: version, both: relations, from: columns, to: whole).expect()
    }
}
