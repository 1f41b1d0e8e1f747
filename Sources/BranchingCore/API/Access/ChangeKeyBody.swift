/// The body of `PATCH /api/admin/keys/{id}`.
public struct ChangeKeyBody: Sendable, Hashable {
    /// Its new name; unchanged if absent.
    public var name: String?
    /// Its new limits, all of them; unchanged if absent.
    public var limits: KeyLimits?

    /// Makes a body.
    public init(name: String? = nil, limits: KeyLimits? = nil) {
        self.name = name
        self.limits = limits
    }

    /// What the body asks for.
    ///
    /// - Throws: ``AccessError/invalidRequest(_:)``.
    public func change() throws(AccessError) -> KeyChange {
        let change = KeyChange(name: name, limits: limits)
        try change.validate()
        return change
    }
}

extension ChangeKeyBody: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name
        case limits
    }

    /// Reads the body; unknown members are refused.
    public init(from decoder: any Decoder) throws {
        try UnknownMemberError.check(decoder, against: CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decodeUnlessAbsent(String.self, forKey: .name)
        limits = try container.decodeUnlessAbsent(KeyLimits.self, forKey: .limits)
    }
}
