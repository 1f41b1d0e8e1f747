import DumpText
import SQLText

/// The large objects of a database: owners, privileges, comments and labels. Their content is copied separately.
struct LargeObjects: Sendable {
    /// Their object ids, which stay the same.
    private(set) var ids: [Int64] = []
    /// Their size on the source, in bytes.
    private(set) var bytes: Int64 = 0
    private var statements: [String] = []

    /// How many are made with one statement.
    private static let batch = 500

    /// Reads them at the snapshot.
    ///
    /// - Parameter roles: those of the target. Mentions of others are left out.
    static func read(on session: StreamSession, roles: TargetRoles) throws -> LargeObjects {
        var objects = LargeObjects()
        let rows = try session.query(
            """
            SELECT m.oid, pg_catalog.pg_get_userbyid(m.lomowner) AS owner,
                   pg_catalog.obj_description(m.oid, 'pg_largeobject') AS comment
            FROM pg_catalog.pg_largeobject_metadata AS m ORDER BY m.oid
            """)
        for row in rows {
            let id: Int64 = try row.value("oid")
            objects.ids.append(id)
            let owner: String = try row.value("owner")
            if roles.assignable.contains(owner) {
                objects.statements.append("ALTER LARGE OBJECT \(id) OWNER TO \(SQLIdentifier.quoted(owner))")
            }
            if let comment: String = try row.optional("comment") {
                objects.statements.append("COMMENT ON LARGE OBJECT \(id) IS \(SQLIdentifier.literal(comment))")
            }
        }
        guard !objects.ids.isEmpty else { return objects }
        let size = try session.query("SELECT pg_catalog.pg_relation_size('pg_catalog.pg_largeobject') AS size").first
        objects.bytes = max(0, try size?.value("size") ?? 0)
        try objects.readPrivileges(on: session, roles: roles)
        try objects.readLabels(on: session)
        return objects
    }

    private mutating func readPrivileges(on session: StreamSession, roles: TargetRoles) throws {
        let rows = try session.query(
            """
            SELECT m.oid, pg_catalog.pg_get_userbyid(m.lomowner) AS owner, r.rolname AS grantee,
                   acl.privilege_type AS privilege, acl.is_grantable
            FROM pg_catalog.pg_largeobject_metadata AS m
            CROSS JOIN LATERAL pg_catalog.aclexplode(m.lomacl) WITH ORDINALITY
                AS acl (grantor, grantee, privilege_type, is_grantable, number)
            LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = acl.grantee
            WHERE acl.grantee = 0 OR r.oid IS NOT NULL
            ORDER BY m.oid, acl.number
            """)
        var revoked: Int64?
        for row in rows {
            let id: Int64 = try row.value("oid")
            let owner: String = try row.value("owner")
            if revoked != id, roles.existing.contains(owner) {
                statements.append("REVOKE ALL ON LARGE OBJECT \(id) FROM \(SQLIdentifier.quoted(owner))")
            }
            revoked = id
            let grantee: String? = try row.optional("grantee")
            guard grantee.map(roles.existing.contains) ?? true else { continue }
            let option = try row.value("is_grantable") ? " WITH GRANT OPTION" : ""
            let name = grantee.map(SQLIdentifier.quoted) ?? "PUBLIC"
            let privilege = try PrivilegeName(reading: row.value("privilege")).rawValue
            statements.append("GRANT \(privilege) ON LARGE OBJECT \(id) TO \(name)\(option)")
        }
    }

    private mutating func readLabels(on session: StreamSession) throws {
        let rows = try session.query(
            """
            SELECT objoid, provider, label FROM pg_catalog.pg_seclabel
            WHERE classoid = 'pg_catalog.pg_largeobject'::pg_catalog.regclass ORDER BY objoid, provider
            """)
        for row in rows {
            let provider = SQLIdentifier.quoted(try row.value("provider"))
            let label = SQLIdentifier.literal(try row.value("label"))
            statements.append(
                "SECURITY LABEL FOR \(provider) ON LARGE OBJECT \(try row.value("objoid", as: Int64.self)) IS \(label)")
        }
    }

    /// Makes them, empty.
    func make(on session: StreamSession) throws {
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            let batch = ids[start..<min(start + Self.batch, ids.count)].map { "(\($0)::pg_catalog.oid)" }
            try session.query(
                "SELECT pg_catalog.lo_create(id) FROM (VALUES \(batch.joined(separator: ", "))) AS v (id)")
        }
    }

    /// Gives them their owners, privileges, comments and labels. That comes last: it may forbid writing.
    func configure(on session: StreamSession) throws {
        for start in stride(from: 0, to: statements.count, by: Self.batch) {
            try session.query(statements[start..<min(start + Self.batch, statements.count)].joined(separator: "; "))
        }
    }
}
