/// Who asks for something: the root token, or a key.
public struct Principal: Sendable, Hashable {
    /// Who it is.
    public enum Identity: Sendable, Hashable {
        /// The configured or generated admin token.
        case root
        /// An API key.
        case key(KeyID, name: String)
    }

    /// Who it is.
    public var identity: Identity
    /// What they may do.
    public var role: AccessRole
    /// What they may not do though their role could.
    public var limits: KeyLimits

    /// The root: an admin without limits, which cannot be revoked.
    public static let root = Principal(identity: .root, role: .admin, limits: KeyLimits())

    private init(identity: Identity, role: AccessRole, limits: KeyLimits) {
        self.identity = identity
        self.role = role
        self.limits = limits
    }

    /// Whoever has the key.
    public init(_ key: APIKey) {
        self.init(identity: .key(key.id, name: key.name), role: key.role, limits: key.limits)
    }

    /// How records name them: the id of the key, or `root`.
    public var id: String {
        switch identity {
        case .root: "root"
        case .key(let id, _): id.rawValue
        }
    }

    /// Whom their branches are for; nil for the root.
    public var owner: BranchOwner? {
        guard case .key = identity else { return nil }
        return BranchOwner(id: id, maxBranches: limits.maxBranches)
    }

    /// Refuses what the role may not do.
    ///
    /// - Throws: ``AccessError/insufficientScope(_:role:)``.
    public func require(_ scope: AccessScope) throws(AccessError) {
        guard role.scopes.contains(scope) else { throw .insufficientScope(scope, role: role) }
    }

    /// Refuses another's branch to a caller that reaches only its own.
    ///
    /// - Throws: ``AccessError/notOwner(_:)``.
    public func requireOwnership(of branch: Branch) throws(AccessError) {
        guard role.scopes.contains(.branchesAdmin) || branch.owner == id else { throw .notOwner(branch.name) }
    }

    /// Refuses a source that the role or the limits do not allow: connection strings are for operators.
    ///
    /// - Throws: ``AccessError/insufficientScope(_:role:)``, ``AccessError/limitExceeded(_:)``.
    public func requireSource(_ source: BranchSource) throws(AccessError) {
        if case .database = source { try require(.branchesAdmin) }
        guard limits.sources?.contains(source.kind) ?? true else { throw .limitExceeded(.sources(source.kind)) }
    }

    /// Refuses a branch that the role or the limits do not allow. Recording a branch checks how many they may have.
    ///
    /// - Throws: ``AccessError/insufficientScope(_:role:)``, ``AccessError/limitExceeded(_:)``.
    public func require(_ request: BranchRequest) throws(AccessError) {
        try requireSource(request.source)
        if request.disconnectSource { try require(.branchesAdmin) }
        if let prefix = limits.namePrefix, !request.name.rawValue.hasPrefix(prefix) {
            throw .limitExceeded(.namePrefix(prefix))
        }
    }
}
