import BranchingCore

/// Rows of `ayb.idempotency_key`: what was made by which request. A row is written in the transaction that makes the
/// thing, so that both are there, or neither.
enum IdempotencyRow {
    /// Another request had the key.
    struct Conflict: Error {}

    /// What an earlier request with the key made; nil if there was none.
    ///
    /// - Throws: ``Conflict`` if it asked for something else.
    static func find(_ key: IdempotencyKey, on handle: borrowing ConnectionHandle) throws -> String? {
        let rows = try handle.query(
            """
            SELECT fingerprint, target FROM ayb.idempotency_key
            WHERE digest = $1 AND created_at > clock_timestamp() - $2 * interval '1 second'
            """, [.text(key.digest), .integer(Int64(IdempotencyKey.lifetime))])
        guard let row = rows.first else { return nil }
        guard try row.value("fingerprint", as: String.self) == key.fingerprint else { throw Conflict() }
        return try row.value("target")
    }

    /// Notes that the key's request makes something, in the transaction that does. Waits for another one that has the
    /// key and is not over.
    ///
    /// - Returns: What an earlier request made, which is to count instead; nil if there was none.
    static func claim(
        _ key: IdempotencyKey, for target: String, on handle: borrowing ConnectionHandle
    ) throws -> String? {
        try handle.execute(
            "DELETE FROM ayb.idempotency_key WHERE created_at <= clock_timestamp() - $1 * interval '1 second'",
            [.integer(Int64(IdempotencyKey.lifetime))])
        let written = try handle.execute(
            """
            INSERT INTO ayb.idempotency_key (digest, actor, fingerprint, target) VALUES ($1, $2, $3, $4)
            ON CONFLICT (digest) DO NOTHING
            """, [.text(key.digest), .text(key.actor), .text(key.fingerprint), .text(target)])
        return written == 1 ? nil : try find(key, on: handle)
    }
}
