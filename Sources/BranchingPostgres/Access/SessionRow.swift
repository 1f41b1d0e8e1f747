import BranchingCore
import FoundationEssentials

/// Rows of `ayb.session`. A session holds as long as the secret that it began with is one of its key's.
enum SessionRow {
    /// $1 is the time. A role of the root is that of an admin.
    private static let living = """
        SELECT s.id, s.key_id, pg_catalog.encode(s.credential, 'hex') AS credential, k.name AS key_name,
               coalesce(k.role, 'admin') AS role,
               extract(epoch FROM s.created_at) AS created_at, extract(epoch FROM s.last_seen_at) AS last_seen_at,
               extract(epoch FROM s.expires_at) AS expires_at, s.address, s.user_agent
        FROM ayb.session AS s
        LEFT JOIN ayb.api_key AS k
            ON k.id = s.key_id AND k.revoked_at IS NULL
            AND (k.expires_at IS NULL OR k.expires_at > pg_catalog.to_timestamp($1))
            AND (k.digest = s.credential
                 OR (k.previous_digest = s.credential AND k.previous_until > pg_catalog.to_timestamp($1)))
        WHERE s.expires_at > pg_catalog.to_timestamp($1)
          AND s.last_seen_at > pg_catalog.to_timestamp($1) - pg_catalog.make_interval(secs => $2)
          AND (s.key_id IS NULL OR k.id IS NOT NULL)
        """

    private static func session(_ row: PostgresRow) throws -> BrowserSession {
        guard let role = AccessRole(rawValue: try row.value("role")) else {
            throw PostgresError(message: "A key has a role that this version of ayb does not know.")
        }
        return BrowserSession(
            id: SessionID(rawValue: try row.value("id")),
            keyID: try row.optional("key_id", as: String.self).map(KeyID.init(rawValue:)),
            keyName: try row.optional("key_name"), role: role, createdAt: try row.value("created_at"),
            lastSeenAt: try row.value("last_seen_at"), expiresAt: try row.value("expires_at"),
            address: try row.optional("address"), userAgent: try row.optional("user_agent"))
    }

    static func insert(
        _ session: BrowserSession, digest: SecretDigest, credential: SecretDigest,
        on handle: borrowing ConnectionHandle
    ) throws {
        try handle.execute(
            """
            INSERT INTO ayb.session
                (id, digest, key_id, credential, created_at, last_seen_at, expires_at, address, user_agent)
            VALUES ($1, $2, $3, $4, pg_catalog.to_timestamp($5), pg_catalog.to_timestamp($6),
                    pg_catalog.to_timestamp($7), $8, $9)
            """,
            [
                .text(session.id.rawValue), .bytes(digest.bytes), .text(session.keyID?.rawValue),
                .bytes(credential.bytes), .instant(session.createdAt), .instant(session.lastSeenAt),
                .instant(session.expiresAt), .text(session.address), .text(session.userAgent),
            ])
        try handle.execute(
            """
            DELETE FROM ayb.session WHERE id IN (
                SELECT id FROM ayb.session WHERE key_id IS NOT DISTINCT FROM $1
                ORDER BY id = $3 DESC, last_seen_at DESC, created_at DESC OFFSET $2)
            """,
            [.text(session.keyID?.rawValue), .integer(Int64(BrowserSession.limitPerKey)), .text(session.id.rawValue)])
    }

    static func find(_ digest: SecretDigest, at now: Date, on handle: borrowing ConnectionHandle) throws
        -> KnownSession?
    {
        let rows = try handle.query(
            living + "\n  AND s.digest = $3",
            [.instant(now), .integer(Int64(BrowserSession.idleLimit)), .bytes(digest.bytes)])
        guard let row = rows.first else { return nil }
        let session = try session(row)
        let credential = try SecretDigest(row, "credential")
        guard let id = session.keyID else { return KnownSession(session: session, credential: credential, key: nil) }
        // What it may do is the key's to say, at each look.
        guard let key = try KeyRow.find(credential, at: now, on: handle), key.id == id else { return nil }
        return KnownSession(session: session, credential: credential, key: key)
    }

    static func all(at now: Date, on handle: borrowing ConnectionHandle) throws -> [BrowserSession] {
        try handle.query(
            living + "\nORDER BY s.created_at DESC, s.id",
            [.instant(now), .integer(Int64(BrowserSession.idleLimit))]
        ).map(session)
    }

    /// At most once a minute, across all servers.
    static func noteSeen(_ id: SessionID, at now: Date, on handle: borrowing ConnectionHandle) throws {
        try handle.execute(
            """
            UPDATE ayb.session SET last_seen_at = pg_catalog.to_timestamp($2)
            WHERE id = $1 AND last_seen_at <= pg_catalog.to_timestamp($2) - interval '1 minute'
            """, [.text(id.rawValue), .instant(now)])
    }

    static func end(_ id: SessionID, on handle: borrowing ConnectionHandle) throws {
        let rows = try handle.query("DELETE FROM ayb.session WHERE id = $1 RETURNING id", [.text(id.rawValue)])
        if rows.isEmpty { throw AccessError.sessionNotFound(id) }
    }

    /// What the key's rows say of a session is not asked: it goes when its time is over.
    static func removeEnded(at now: Date, on handle: borrowing ConnectionHandle) throws {
        try handle.execute(
            """
            DELETE FROM ayb.session
            WHERE expires_at <= pg_catalog.to_timestamp($1)
               OR last_seen_at <= pg_catalog.to_timestamp($1) - pg_catalog.make_interval(secs => $2)
            """, [.instant(now), .integer(Int64(BrowserSession.idleLimit))])
    }
}
