public import FoundationEssentials

/// What is known of an API key. Its secret is shown once, when it is made, and not kept.
public struct APIKey: Sendable, Hashable {
    /// Its identity.
    public var id: KeyID
    /// What people call it; unique among the keys that are not revoked.
    public var name: String
    /// The first 8 characters of its secret.
    public var prefix: String
    /// What it may do.
    public var role: AccessRole
    /// What it may not do though its role could.
    public var limits: KeyLimits
    /// Who made it: the id of a key, or `root`.
    public var createdBy: String
    /// When it was made.
    public var createdAt: Date
    /// When it expires; nil for never.
    public var expiresAt: Date?
    /// When it was last used, to the minute.
    public var lastUsedAt: Date?
    /// From which address it was last used; nil for a Unix socket.
    public var lastUsedFrom: String?
    /// When it was revoked.
    public var revokedAt: Date?

    /// Makes a record.
    public init(
        id: KeyID, name: String, prefix: String, role: AccessRole, limits: KeyLimits = KeyLimits(), createdBy: String,
        createdAt: Date, expiresAt: Date? = nil, lastUsedAt: Date? = nil, lastUsedFrom: String? = nil,
        revokedAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.prefix = prefix
        self.role = role
        self.limits = limits
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
        self.lastUsedFrom = lastUsedFrom
        self.revokedAt = revokedAt
    }

    /// Whether it works at that time.
    public func isValid(at now: Date) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }
}

extension APIKey: Codable {
    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case prefix
        case role
        case limits
        case createdBy = "created_by"
        case createdAt = "created_at"
        case expiresAt = "expires_at"
        case lastUsedAt = "last_used_at"
        case lastUsedFrom = "last_used_from"
        case revokedAt = "revoked_at"
    }
}
