/// The answer of `GET /api/admin/self`: who asks.
public struct SelfBody: Sendable, Hashable, Codable {
    /// The id of the key, or `root`.
    public var id: String
    /// The name of the key; absent for the root.
    public var name: String?
    /// What it may do, in a word.
    public var role: AccessRole
    /// What it may do, by name, sorted.
    public var scopes: [AccessScope]
    /// What it may not do though its role could.
    public var limits: KeyLimits

    /// Describes a caller.
    public init(_ principal: Principal) {
        id = principal.id
        if case .key(_, let name) = principal.identity { self.name = name }
        role = principal.role
        scopes = principal.role.scopes.sorted { $0.rawValue < $1.rawValue }
        limits = principal.limits
    }
}
