import BranchingCore
import Crypto
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// The header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a string of RFC 8941 in double quotes, or
/// the same without them, as most clients send it.
enum IdempotencyHeader {
    private static let longest = 255

    /// The key of a request; nil if it has none.
    ///
    /// What is kept is no secret: the body's digest is keyed with the header, which is not kept.
    ///
    /// - Throws: ``BranchError/invalidRequest(_:)`` if the header is malformed.
    static func key(of request: Request, by principal: Principal, for body: some Encodable) throws -> IdempotencyKey? {
        guard let header = request.headers[.idempotencyKey] else { return nil }
        guard let text = value(header) else {
            throw BranchError.invalidRequest(
                "'Idempotency-Key' is 1 to \(longest) visible characters of ASCII, with or without double quotes.")
        }
        let actor = principal.id
        let key = SymmetricKey(data: Array(text.utf8))
        var asked = HMAC<SHA256>(key: key)
        asked.update(data: Array("\(request.method.rawValue) \(request.uri.path)\n".utf8))
        asked.update(data: try APICoder.encoder().encode(body))
        return IdempotencyKey(
            actor: actor, digest: hex(SHA256.hash(data: Array("\(actor)\n\(text)".utf8))),
            fingerprint: hex(asked.finalize()))
    }

    private static func value(_ header: String) -> String? {
        var text = header[...]
        if text.hasPrefix("\"") {
            guard text.count > 1, text.hasSuffix("\"") else { return nil }
            text = text.dropFirst().dropLast()
        }
        let isVisible = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C && $0 != 0x2C }
        return isVisible && (1...longest).contains(text.utf8.count) ? String(text) : nil
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
