public import BranchingCore
public import FoundationEssentials

extension PostgresAccessStore {
    /// Adds a line to the audit trail.
    public func record(_ entry: AuditEntry) async throws(AccessError) -> Int64 {
        try await run { try AuditRow.insert(entry, on: $0) }
    }

    /// Records the outcome.
    public func conclude(_ id: Int64, result: String) async throws(AccessError) {
        try await run { handle in
            _ = try handle.execute(
                "UPDATE ayb.audit SET result = $2 WHERE id = $1", [.integer(id), .text(result)])
        }
    }

    /// Reads the audit trail, newest first.
    public func audit(_ filter: AuditFilter) async throws(AccessError) -> [AuditEntry] {
        try await run { try AuditRow.find(filter, on: $0) }
    }

    /// Removes the lines older than a time.
    public func removeAudit(before limit: Date) async throws(AccessError) {
        try await run { handle in
            _ = try handle.execute("DELETE FROM ayb.audit WHERE at < pg_catalog.to_timestamp($1)", [.instant(limit)])
        }
    }
}
