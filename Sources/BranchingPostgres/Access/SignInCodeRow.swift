import BranchingCore
import FoundationEssentials

/// Rows of `ayb.sign_in_code`.
enum SignInCodeRow {
    static func insert(_ code: SignInCode, digest: SecretDigest, on handle: borrowing ConnectionHandle) throws {
        try handle.execute(
            """
            INSERT INTO ayb.sign_in_code (digest, key_id, credential, expires_at)
            VALUES ($1, $2, $3, pg_catalog.to_timestamp($4))
            """,
            [
                .bytes(digest.bytes), .text(code.keyID?.rawValue), .bytes(code.credential.bytes),
                .instant(code.expiresAt),
            ])
        try handle.execute(
            """
            DELETE FROM ayb.sign_in_code WHERE digest IN (
                SELECT digest FROM ayb.sign_in_code WHERE key_id IS NOT DISTINCT FROM $1
                ORDER BY digest = $3 DESC, expires_at DESC OFFSET $2)
            """, [.text(code.keyID?.rawValue), .integer(Int64(SignInCode.limitPerKey)), .bytes(digest.bytes)])
    }

    /// One statement, so that only one of many servers gets the row.
    static func take(_ digest: SecretDigest, at now: Date, on handle: borrowing ConnectionHandle) throws -> SignInCode?
    {
        let rows = try handle.query(
            """
            DELETE FROM ayb.sign_in_code WHERE digest = $1
            RETURNING key_id, pg_catalog.encode(credential, 'hex') AS credential, extract(epoch FROM expires_at) AS expires_at
            """, [.bytes(digest.bytes)])
        guard let row = rows.first else { return nil }
        let code = SignInCode(
            keyID: try row.optional("key_id", as: String.self).map(KeyID.init(rawValue:)),
            credential: try SecretDigest(row, "credential"), expiresAt: try row.value("expires_at"))
        return now < code.expiresAt ? code : nil
    }

    static func removeEnded(at now: Date, on handle: borrowing ConnectionHandle) throws {
        try handle.execute(
            "DELETE FROM ayb.sign_in_code WHERE expires_at <= pg_catalog.to_timestamp($1)", [.instant(now)])
    }
}
