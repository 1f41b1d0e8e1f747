import BranchingCore
import Crypto

/// The admin token, kept as its digest only.
struct AdminKey: Sendable {
    private let digest: SHA256Digest?

    init(_ token: Secret) {
        let text = token.reveal()
        digest = text.isEmpty ? nil : Self.digest(of: text)
    }

    /// Whether the text is the token.
    ///
    /// Digests are compared, by swift-crypto in constant time, so the time tells nothing about the token, not even its
    /// length.
    func matches(_ candidate: String) -> Bool {
        guard let digest else { return false }
        return Self.digest(of: candidate) == digest
    }

    private static func digest(of text: String) -> SHA256Digest {
        SHA256.hash(data: Array(text.utf8))
    }
}
