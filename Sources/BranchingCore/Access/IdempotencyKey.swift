/// What a client calls one request, so that it can send it again without doing it twice.
public struct IdempotencyKey: Sendable, Hashable {
    /// How long it is remembered, in seconds: a day.
    public static let lifetime = 86_400

    /// Whose request it is: the id of a key, or `root`.
    public var actor: String
    /// The digest of the actor and the client's key: another one's key is another one.
    public var digest: String
    /// The digest of what is asked for.
    public var fingerprint: String

    /// Makes a key.
    public init(actor: String, digest: String, fingerprint: String) {
        self.actor = actor
        self.digest = digest
        self.fingerprint = fingerprint
    }
}
