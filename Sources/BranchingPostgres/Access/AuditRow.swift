import BranchingCore
import FoundationEssentials

/// Rows of `ayb.audit`.
enum AuditRow {
    static func insert(_ entry: AuditEntry, on handle: borrowing ConnectionHandle) throws -> Int64 {
        let rows = try handle.query(
            """
            INSERT INTO ayb.audit (at, actor, actor_name, action, branch, subject, result, request_id, address, session)
            VALUES (pg_catalog.to_timestamp($1), $2, $3, $4, $5, $6, $7, $8, $9, $10)
            RETURNING id
            """,
            [
                .instant(entry.at), .text(entry.actor), .text(entry.actorName), .text(entry.action),
                .text(entry.branch), .text(entry.subject), .text(entry.result), .text(entry.requestID),
                .text(entry.address), .text(entry.session),
            ])
        guard let row = rows.first else { throw PostgresError(message: "The audit trail took no line.") }
        return try row.value("id")
    }

    static func find(_ filter: AuditFilter, on handle: borrowing ConnectionHandle) throws -> [AuditEntry] {
        try handle.query(
            """
            SELECT id, extract(epoch FROM at) AS at, actor, actor_name, action, branch, subject, result, request_id,
                   address, session
            FROM ayb.audit
            WHERE ($1::text IS NULL OR actor = $1) AND ($2::text IS NULL OR action = $2)
              AND ($3::text IS NULL OR branch = $3)
              AND ($4::double precision IS NULL OR at >= pg_catalog.to_timestamp($4))
              AND ($5::double precision IS NULL OR at < pg_catalog.to_timestamp($5))
              AND ($6::bigint IS NULL OR id < $6)
            ORDER BY id DESC LIMIT $7
            """,
            [
                .text(filter.actor), .text(filter.action), .text(filter.branch), .instant(filter.since),
                .instant(filter.until), .integer(filter.before), .integer(Int64(filter.limit)),
            ]
        ).map { row in
            AuditEntry(
                id: try row.value("id"), at: try row.value("at"), actor: try row.value("actor"),
                actorName: try row.optional("actor_name"), session: try row.optional("session"),
                action: try row.value("action"),
                branch: try row.optional("branch"), subject: try row.optional("subject"),
                result: try row.value("result"), requestID: try row.optional("request_id"),
                address: try row.optional("address"))
        }
    }
}
