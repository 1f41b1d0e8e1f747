/// The answer of `GET /api/admin/audit`.
public struct AuditPage: Sendable, Hashable, Codable {
    /// The lines, newest first.
    public var entries: [AuditEntry]

    /// Makes an answer.
    public init(entries: [AuditEntry]) {
        self.entries = entries
    }
}
