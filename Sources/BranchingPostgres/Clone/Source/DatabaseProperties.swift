/// What belongs to a database as a whole, so no clone of its content has it: `ALTER DATABASE … SET`,
/// `ALTER ROLE … IN DATABASE … SET`, privileges, owner, connection limit, and how it was created.
struct DatabaseProperties: Sendable, Hashable {
    /// One setting; for the whole database if it has no role.
    struct Setting: Sendable, Hashable {
        var role: String?
        var name: String
        var value: String
    }

    /// One privilege; for PUBLIC if it has no grantee.
    struct Privilege: Sendable, Hashable {
        var grantee: String?
        var name: PrivilegeName
        var isGrantable: Bool
    }

    var owner: String
    /// -1 is no limit.
    var connectionLimit: Int
    /// The tablespace; nil for the cluster's default.
    var tablespace: String?
    var settings: [Setting]
    /// nil if the privileges are PostgreSQL's defaults.
    var privileges: [Privilege]?
    var locale: DatabaseLocale
}

extension DatabaseProperties {
    /// Reads the properties of a database from the shared catalogs.
    static func read(oid: Int64, majorVersion: Int, on handle: borrowing ConnectionHandle) throws
        -> DatabaseProperties
    {
        let (locale, rules) =
            switch majorVersion {
            case ...14: ("NULL", "NULL")
            case 15: ("d.daticulocale", "NULL")
            case 16: ("d.daticulocale", "d.daticurules")
            default: ("d.datlocale", "d.daticurules")
            }
        let rows = try handle.query(
            """
            SELECT pg_catalog.pg_get_userbyid(d.datdba) AS owner, d.datconnlimit, d.datacl IS NULL AS default_acl,
                   pg_catalog.pg_encoding_to_char(d.encoding) AS encoding, d.datcollate, d.datctype,
                   \(majorVersion < 15 ? "'c'" : "d.datlocprovider") AS provider, \(locale) AS locale, \(rules) AS rules,
                   CASE WHEN t.spcname <> 'pg_default' THEN t.spcname END AS tablespace
            FROM pg_catalog.pg_database AS d
            JOIN pg_catalog.pg_tablespace AS t ON t.oid = d.dattablespace
            WHERE d.oid = $1::bigint::oid
            """, [.integer(oid)])
        guard let row = rows.first else { throw PostgresError(message: "The database is gone.") }
        return DatabaseProperties(
            owner: try row.value("owner"), connectionLimit: try row.value("datconnlimit"),
            tablespace: try row.optional("tablespace"), settings: try settings(of: oid, on: handle),
            privileges: try row.value("default_acl") ? nil : try privileges(of: oid, on: handle),
            locale: DatabaseLocale(
                encoding: try row.value("encoding"), collate: try row.value("datcollate"),
                characterType: try row.value("datctype"), provider: try row.value("provider"),
                locale: try row.optional("locale"), icuRules: try row.optional("rules")))
    }

    private static func settings(of oid: Int64, on handle: borrowing ConnectionHandle) throws -> [Setting] {
        let rows = try handle.query(
            """
            SELECT r.rolname AS role, setting.entry
            FROM pg_catalog.pg_db_role_setting AS s
            LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = s.setrole
            CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) WITH ORDINALITY AS setting (entry, position)
            WHERE s.setdatabase = $1::bigint::oid AND (s.setrole = 0 OR r.oid IS NOT NULL)
            ORDER BY r.rolname NULLS FIRST, setting.position
            """, [.integer(oid)])
        var settings: [Setting] = []
        for row in rows {
            if let setting = try Setting(entry: row.value("entry"), role: row.optional("role")) {
                settings.append(setting)
            }
        }
        return settings
    }

    private static func privileges(of oid: Int64, on handle: borrowing ConnectionHandle) throws -> [Privilege] {
        let rows = try handle.query(
            """
            SELECT r.rolname AS grantee, acl.privilege_type AS name, acl.is_grantable
            FROM pg_catalog.pg_database AS d
            CROSS JOIN LATERAL pg_catalog.aclexplode(d.datacl) AS acl
            LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = acl.grantee
            WHERE d.oid = $1::bigint::oid AND (acl.grantee = 0 OR r.oid IS NOT NULL)
            ORDER BY r.rolname NULLS FIRST, acl.privilege_type
            """, [.integer(oid)])
        var privileges: [Privilege] = []
        for row in rows {
            privileges.append(
                Privilege(
                    grantee: try row.optional("grantee"), name: try PrivilegeName(reading: row.value("name")),
                    isGrantable: try row.value("is_grantable")))
        }
        return privileges
    }
}

extension DatabaseProperties.Setting {
    /// Reads an entry of `setconfig`: `name=value`.
    init?(entry: String, role: String?) {
        guard let separator = entry.firstIndex(of: "=") else { return nil }
        self.init(
            role: role, name: String(entry[..<separator]), value: String(entry[entry.index(after: separator)...]))
    }
}
