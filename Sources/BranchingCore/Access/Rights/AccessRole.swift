/// What a key may do, as a person names it. Each role may do all that the one before may.
public enum AccessRole: String, Sendable, Hashable, CaseIterable, Codable {
    /// Reads branches, compares them, and reads the status and metrics.
    case viewer
    /// Creates branches, and connects to and deletes its own.
    case developer
    /// Does that on everybody's branches, clones from URLs, forces, and gets the server's own password.
    case `operator`
    /// Makes keys, and reads the audit trail.
    case admin

    /// The scopes that the role has.
    public var scopes: Set<AccessScope> {
        switch self {
        case .viewer: [.branchesRead, .diff, .serverRead, .metricsRead]
        case .developer: AccessRole.viewer.scopes.union([.branchesWrite, .branchesConnect])
        case .operator: AccessRole.developer.scopes.union([.branchesAdmin])
        case .admin: AccessRole.operator.scopes.union([.keys, .auditRead])
        }
    }
}
