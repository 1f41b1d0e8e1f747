import BranchingCore
import Crypto

/// The admin token, kept only as a digest.
struct AdminKey: Sendable {
    private let digest: SHA256Digest?

    init(_ token: Secret) {
        let text = token.reveal()
        digest = text.isEmpty ? nil : Self.digest(of: text)
    }

    /// Whether the text is the token.
    ///
    /// swift-crypto compares the digests in constant time, so timing reveals nothing about the token, not even its
    /// length.
    func matches(_ candidate: String) -> Bool {
        guard let digest else { return false }
        return Self.digest(of: candidate) == digest
    }

    /// What ties a token to the admin token. Whoever has only this and not the token cannot guess the admin token by it.
    ///
    /// - Returns: nil if the admin token is empty.
    func binding(to token: RandomToken) -> SecretDigest? {
        digest.map { SecretDigest(bytes: token.binding(of: $0)) }
    }

    private static func digest(of text: String) -> SHA256Digest {
        SHA256.hash(data: Array(text.utf8))
    }
}
