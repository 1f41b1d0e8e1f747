/// The body of `POST /api/admin/session`: a key or a one-time code, never both.
public struct SignInBody: Sendable, Hashable {
    /// An API key, or the admin token.
    public var key: Secret?
    /// A one-time code.
    public var code: Secret?

    /// Makes a body.
    public init(key: Secret? = nil, code: Secret? = nil) {
        self.key = key
        self.code = code
    }
}

extension SignInBody: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case key
        case code
    }

    /// Reads the body; unknown members are refused.
    public init(from decoder: any Decoder) throws {
        try UnknownMemberError.check(decoder, against: CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        key = try container.decodeUnlessAbsent(String.self, forKey: .key).map(Secret.init)
        code = try container.decodeUnlessAbsent(String.self, forKey: .code).map(Secret.init)
    }

    /// Writes the body, with the secret in the clear.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(key?.reveal(), forKey: .key)
        try container.encodeIfPresent(code?.reveal(), forKey: .code)
    }
}
