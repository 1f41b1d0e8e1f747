import BranchingCore

/// What is known about a source before it is cloned.
struct SourceFacts: Sendable, Hashable {
    /// Its name.
    var database: String
    /// Its object id in its cluster.
    var oid: Int64
    /// Whether it is in the cluster of the branch databases.
    var isSameCluster: Bool
    /// The major version of its server.
    var majorVersion: Int
    /// Its size in bytes; nil if our role may not see it.
    var sizeBytes: Int64?
    /// How many other sessions are on it.
    var otherSessions: Int
    /// How many transactions are prepared in it.
    var preparedTransactions: Int
    /// Whether our role may use it as a template: superuser, or CREATEDB and (owner or `datistemplate`).
    var mayBeTemplate: Bool
    /// Its database-level settings and privileges.
    var properties: DatabaseProperties
    /// The extensions in it, by name; known only for a database in another cluster.
    var extensions: [String] = []
    /// The login of the branch whose database it is, if it has one.
    var login: LoginStandIn?
    /// The roles that own or are granted something in it.
    var roles: [String]
}

extension SourceFacts {
    /// Reads the facts of a database from the shared catalogs of its cluster; nil if it does not exist.
    static func read(_ database: String, isSameCluster: Bool, on handle: borrowing ConnectionHandle)
        throws -> SourceFacts?
    {
        let rows = try handle.query(
            """
            SELECT d.oid,
                   CASE WHEN pg_catalog.has_database_privilege(d.oid, 'CONNECT')
                        THEN pg_catalog.pg_database_size(d.oid) END AS size,
                   ours.rolsuper OR (ours.rolcreatedb AND
                       (d.datistemplate OR pg_catalog.pg_has_role(ours.oid, d.datdba, 'USAGE'))) AS may_be_template,
                   (SELECT count(*) FROM pg_catalog.pg_stat_activity AS a
                    WHERE a.datid = d.oid AND a.pid <> pg_catalog.pg_backend_pid()
                      AND a.backend_type IS DISTINCT FROM 'autovacuum worker') AS sessions,
                   (SELECT count(*) FROM pg_catalog.pg_prepared_xacts AS p WHERE p.database = d.datname) AS prepared
            FROM pg_catalog.pg_database AS d
            JOIN pg_catalog.pg_roles AS ours ON ours.rolname = current_user
            WHERE d.datname = $1
            """, [.text(database)])
        guard let row = rows.first else { return nil }
        let oid: Int64 = try row.value("oid")
        let majorVersion = handle.facts().majorVersion
        return SourceFacts(
            database: database, oid: oid, isSameCluster: isSameCluster, majorVersion: majorVersion,
            sizeBytes: try row.optional("size"), otherSessions: try row.value("sessions"),
            preparedTransactions: try row.value("prepared"),
            mayBeTemplate: isSameCluster ? try row.value("may_be_template") : false,
            properties: try DatabaseProperties.read(oid: oid, majorVersion: majorVersion, on: handle),
            extensions: isSameCluster ? [] : try extensions(on: handle), roles: try roles(usedIn: oid, on: handle))
    }

    private static func extensions(on handle: borrowing ConnectionHandle) throws -> [String] {
        var names: [String] = []
        for row in try handle.query("SELECT extname AS name FROM pg_catalog.pg_extension ORDER BY 1") {
            names.append(try row.value("name"))
        }
        return names
    }

    /// Includes the bootstrap superuser: pg_shdepend does not list what it owns (manual section 53.47).
    private static func roles(usedIn oid: Int64, on handle: borrowing ConnectionHandle) throws -> [String] {
        let rows = try handle.query(
            """
            SELECT rolname AS name FROM pg_catalog.pg_roles
            WHERE oid = 10
               OR oid IN (SELECT refobjid FROM pg_catalog.pg_shdepend
                          WHERE dbid = $1::bigint::oid AND refclassid = 'pg_catalog.pg_authid'::regclass)
            ORDER BY 1
            """, [.integer(oid)])
        var names: [String] = []
        for row in rows { names.append(try row.value("name")) }
        return names
    }
}
