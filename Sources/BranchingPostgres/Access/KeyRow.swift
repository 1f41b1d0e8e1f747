import BranchingCore
import FoundationEssentials

/// Rows of `ayb.api_key`.
enum KeyRow {
    private static let columns = """
        id, name, prefix, role, limits, created_by, extract(epoch FROM created_at) AS created_at,
        extract(epoch FROM expires_at) AS expires_at, extract(epoch FROM last_used_at) AS last_used_at, last_used_from,
        extract(epoch FROM revoked_at) AS revoked_at
        """

    private static func key(_ row: PostgresRow) throws -> APIKey {
        guard let role = AccessRole(rawValue: try row.value("role")) else {
            throw PostgresError(message: "A key has a role that this version of ayb does not know.")
        }
        let limits = try row.value("limits", as: String.self)
        return APIKey(
            id: KeyID(rawValue: try row.value("id")), name: try row.value("name"), prefix: try row.value("prefix"),
            role: role, limits: try APICoder.decoder().decode(KeyLimits.self, from: Data(limits.utf8)),
            createdBy: try row.value("created_by"), createdAt: try row.value("created_at"),
            expiresAt: try row.optional("expires_at"), lastUsedAt: try row.optional("last_used_at"),
            lastUsedFrom: try row.optional("last_used_from"), revokedAt: try row.optional("revoked_at"))
    }

    static func insert(_ key: APIKey, digest: SecretDigest, on handle: borrowing ConnectionHandle) throws {
        do {
            try handle.execute(
                """
                INSERT INTO ayb.api_key (id, name, prefix, digest, role, limits, created_by, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, pg_catalog.to_timestamp($8), pg_catalog.to_timestamp($9))
                """,
                [
                    .text(key.id.rawValue), .text(key.name), .text(key.prefix), .bytes(digest.bytes),
                    .text(key.role.rawValue), .text(try json(key.limits)), .text(key.createdBy),
                    .instant(key.createdAt),
                    .instant(key.expiresAt),
                ])
        } catch let error as PostgresError where error.constraint == "api_key_name_key" {
            throw AccessError.keyNameTaken(key.name)
        }
    }

    static func all(on handle: borrowing ConnectionHandle) throws -> [APIKey] {
        try handle.query("SELECT \(columns) FROM ayb.api_key ORDER BY api_key.created_at, id").map(key)
    }

    static func require(_ id: KeyID, on handle: borrowing ConnectionHandle) throws -> APIKey {
        let rows = try handle.query("SELECT \(columns) FROM ayb.api_key WHERE id = $1", [.text(id.rawValue)])
        guard let row = rows.first else { throw AccessError.keyNotFound(id) }
        return try key(row)
    }

    /// Locks the row of a key that is about to change until the end of the transaction.
    static func requireValid(_ id: KeyID, on handle: borrowing ConnectionHandle) throws {
        let rows = try handle.query(
            "SELECT \(columns) FROM ayb.api_key WHERE id = $1 FOR UPDATE", [.text(id.rawValue)])
        guard let row = rows.first else { throw AccessError.keyNotFound(id) }
        guard try key(row).revokedAt == nil else { throw AccessError.keyRevoked(id) }
    }

    static func find(_ digest: SecretDigest, at now: Date, on handle: borrowing ConnectionHandle) throws -> APIKey? {
        let rows = try handle.query(
            """
            SELECT \(columns) FROM ayb.api_key
            WHERE digest = $1 OR (previous_digest = $1 AND previous_until > pg_catalog.to_timestamp($2))
            """, [.bytes(digest.bytes), .instant(now)])
        return try rows.first.map(key)
    }

    static func change(_ id: KeyID, _ change: KeyChange, on handle: borrowing ConnectionHandle) throws -> APIKey {
        do {
            let limits = try change.limits.map(json)
            return try one(
                try handle.query(
                    """
                    UPDATE ayb.api_key SET name = coalesce($2, name), limits = coalesce($3, limits) WHERE id = $1
                    RETURNING \(columns)
                    """, [.text(id.rawValue), .text(change.name), .text(limits)]), id)
        } catch let error as PostgresError where error.constraint == "api_key_name_key" {
            throw AccessError.keyNameTaken(change.name ?? "")
        }
    }

    static func rotate(
        _ id: KeyID, to digest: SecretDigest, prefix: String, grace: Date, expiresAt: Date?,
        on handle: borrowing ConnectionHandle
    ) throws -> APIKey {
        try one(
            try handle.query(
                """
                UPDATE ayb.api_key
                SET digest = $2, prefix = $3, previous_digest = digest, previous_until = pg_catalog.to_timestamp($4),
                    expires_at = pg_catalog.to_timestamp($5)
                WHERE id = $1
                RETURNING \(columns)
                """,
                [
                    .text(id.rawValue), .bytes(digest.bytes), .text(prefix), .instant(grace), .instant(expiresAt),
                ]), id)
    }

    static func revoke(_ id: KeyID, at now: Date, on handle: borrowing ConnectionHandle) throws -> APIKey {
        try one(
            try handle.query(
                """
                UPDATE ayb.api_key SET revoked_at = coalesce(revoked_at, pg_catalog.to_timestamp($2)) WHERE id = $1
                RETURNING \(columns)
                """, [.text(id.rawValue), .instant(now)]), id)
    }

    /// At most once a minute, across all servers.
    static func noteUse(
        of id: KeyID, at now: Date, from address: String?, on handle: borrowing ConnectionHandle
    ) throws {
        try handle.execute(
            """
            UPDATE ayb.api_key SET last_used_at = pg_catalog.to_timestamp($2), last_used_from = $3
            WHERE id = $1
              AND (last_used_at IS NULL OR last_used_at <= pg_catalog.to_timestamp($2) - interval '1 minute')
            """, [.text(id.rawValue), .instant(now), .text(address)])
    }

    private static func one(_ rows: [PostgresRow], _ id: KeyID) throws -> APIKey {
        guard let row = rows.first else { throw AccessError.keyNotFound(id) }
        return try key(row)
    }

    private static func json(_ limits: KeyLimits) throws -> String {
        String(decoding: try APICoder.encoder().encode(limits), as: UTF8.self)
    }
}
