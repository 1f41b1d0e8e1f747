/// A session that a store found: with what proves that its key still works.
public struct KnownSession: Sendable, Hashable {
    /// The session.
    public var session: BrowserSession
    /// What the browser signed in with: the digest of the key's secret, or what ties the session to the root's token.
    public var credential: SecretDigest
    /// The key that signed in, as it is now; nil for the root.
    public var key: APIKey?

    /// Makes a finding.
    public init(session: BrowserSession, credential: SecretDigest, key: APIKey?) {
        self.session = session
        self.credential = credential
        self.key = key
    }
}
