/// The answer to a create or a rotation of a key: the key, and its secret, which is shown this once.
public struct IssuedKeyBody: Sendable, Hashable {
    /// The key.
    public var key: APIKey
    /// Its secret.
    public var secret: Secret

    /// Makes an answer.
    public init(key: APIKey, secret: APIKeySecret) {
        self.key = key
        self.secret = secret.text
    }
}

extension IssuedKeyBody: Codable {
    private enum CodingKeys: String, CodingKey {
        case key
        case secret
    }

    /// Reads an answer.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        key = try container.decode(APIKey.self, forKey: .key)
        secret = Secret(try container.decode(String.self, forKey: .secret))
    }

    /// Writes the answer, with the secret in the clear: it is for whoever made the key only.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(secret.reveal(), forKey: .secret)
    }
}
