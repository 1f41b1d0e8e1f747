public import FoundationEssentials

/// A one-time code that lets a browser sign in as the key that asked for it. The code is not kept, only a digest of it.
public struct SignInCode: Sendable, Hashable {
    /// The key that asked; nil for the root.
    public var keyID: KeyID?
    /// What the key proved itself with: the digest of its secret, or what ties the code to the root's token.
    public var credential: SecretDigest
    /// When the code stops working.
    public var expiresAt: Date

    /// For how many seconds a code works.
    public static let lifetime: TimeInterval = 60
    /// How many codes of one key work at once; a further one ends the oldest.
    public static let limitPerKey = 10

    /// Makes a record.
    public init(keyID: KeyID?, credential: SecretDigest, expiresAt: Date) {
        self.keyID = keyID
        self.credential = credential
        self.expiresAt = expiresAt
    }
}
