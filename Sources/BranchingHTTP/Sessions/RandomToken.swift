import BranchingCore
import Crypto
import FoundationEssentials

/// 256 random bits as text: the cookie of a session, or a one-time code. Only the digest is kept anywhere.
struct RandomToken: Sendable {
    private static let length = 32

    private let bytes: [UInt8]

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// A new one, by the system's source of random numbers.
    static func random() -> RandomToken {
        var generator = SystemRandomNumberGenerator()
        return RandomToken(bytes: (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Reads one as ``text`` writes it, and in no other way.
    init?(_ candidate: String) {
        guard candidate.utf8.count == 43,
            let data = Data(base64Encoded: candidate.replacing("-", with: "+").replacing("_", with: "/") + "="),
            data.count == Self.length
        else { return nil }
        bytes = Array(data)
        guard Self.text(bytes) == candidate else { return nil }
    }

    /// 43 characters of `A-Z a-z 0-9 - _` (RFC 4648, section 5).
    var text: Secret { Secret(Self.text(bytes)) }

    /// The SHA-256 of its text, by which it is found.
    var digest: SecretDigest {
        SecretDigest(bytes: Array(SHA256.hash(data: Array(Self.text(bytes).utf8))))
    }

    /// Ties a message to the token (HMAC with SHA-256): without the token nobody can tell or guess the message.
    func binding(of message: some Sequence<UInt8>) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(message), using: SymmetricKey(data: bytes)))
    }

    /// What proves that a form came from a page that was made for this session.
    var formToken: Secret { Secret(Self.text(binding(of: "form token".utf8))) }

    /// Whether a text is the form token, in constant time.
    func isFormToken(_ candidate: String) -> Bool {
        SHA256.hash(data: Array(candidate.utf8)) == SHA256.hash(data: Array(formToken.reveal().utf8))
    }

    private static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
