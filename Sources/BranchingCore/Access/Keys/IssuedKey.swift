/// A key with its secret, as it is shown once.
public struct IssuedKey: Sendable, Hashable {
    /// The key.
    public var key: APIKey
    /// Its secret.
    public var secret: APIKeySecret

    /// Puts the two together.
    public init(key: APIKey, secret: APIKeySecret) {
        self.key = key
        self.secret = secret
    }
}
