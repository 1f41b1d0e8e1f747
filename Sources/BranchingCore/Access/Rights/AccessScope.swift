/// What a route requires of the caller.
public enum AccessScope: String, Sendable, Hashable, CaseIterable, Codable {
    /// List and read branches, and follow their events.
    case branchesRead = "branches:read"
    /// Create branches, and change and delete one's own.
    case branchesWrite = "branches:write"
    /// Learn how to connect to one's own branches.
    case branchesConnect = "branches:connect"
    /// All of that on everybody's branches, the server's own password, `force`, and sources by URL.
    case branchesAdmin = "branches:admin"
    /// Compare schemas.
    case diff
    /// Make, list, rotate and revoke API keys.
    case keys
    /// Read the audit trail.
    case auditRead = "audit:read"
    /// Read the metrics.
    case metricsRead = "metrics:read"
    /// Read what the server is and whether it can work.
    case serverRead = "server:read"
}
