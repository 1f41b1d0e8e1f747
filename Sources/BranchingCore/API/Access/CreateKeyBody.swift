/// The body of `POST /api/admin/keys`.
public struct CreateKeyBody: Sendable, Hashable {
    /// A name for people.
    public var name: String
    /// What it may do.
    public var role: AccessRole
    /// What it may not do though its role could.
    public var limits: KeyLimits?
    /// How long it works.
    public var lifetime: Lifetime

    /// How long a key works, as the member `ttl_seconds` gives it.
    public enum Lifetime: Sendable, Hashable {
        /// 90 days: the member is absent.
        case standard
        /// That many seconds.
        case seconds(Int)
        /// Always: the member is null.
        case unlimited
    }

    /// Makes a body.
    public init(name: String, role: AccessRole, limits: KeyLimits? = nil, lifetime: Lifetime = .standard) {
        self.name = name
        self.role = role
        self.limits = limits
        self.lifetime = lifetime
    }

    /// What the body asks for.
    ///
    /// - Throws: ``AccessError/invalidRequest(_:)``.
    public func request() throws(AccessError) -> KeyRequest {
        let seconds: Int? =
            switch lifetime {
            case .standard: KeyRequest.standardLifetime
            case .seconds(let seconds): seconds
            case .unlimited: nil
            }
        let request = KeyRequest(name: name, role: role, limits: limits ?? KeyLimits(), lifetimeSeconds: seconds)
        try request.validate()
        return request
    }
}

extension CreateKeyBody: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name
        case role
        case limits
        case lifetime = "ttl_seconds"
    }

    /// Reads the body; unknown members are refused.
    public init(from decoder: any Decoder) throws {
        try UnknownMemberError.check(decoder, against: CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        role = try container.decode(AccessRole.self, forKey: .role)
        limits = try container.decodeUnlessAbsent(KeyLimits.self, forKey: .limits)
        if !container.contains(.lifetime) {
            lifetime = .standard
        } else if try container.decodeNil(forKey: .lifetime) {
            lifetime = .unlimited
        } else {
            lifetime = .seconds(try container.decodeUnlessAbsent(Int.self, forKey: .lifetime) ?? 0)
        }
    }

    /// Writes the body.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(role, forKey: .role)
        try container.encodeIfPresent(limits, forKey: .limits)
        switch lifetime {
        case .standard: break
        case .seconds(let seconds): try container.encode(seconds, forKey: .lifetime)
        case .unlimited: try container.encodeNil(forKey: .lifetime)
        }
    }
}
