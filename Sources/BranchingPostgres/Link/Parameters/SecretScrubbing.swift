package import BranchingCore

/// Removes secrets from texts that others wrote, such as libpq's and PostgreSQL's messages.
package enum SecretScrubbing {
    /// From this length on, in bytes, a secret is removed wherever it is a word; a shorter one only where it is a
    /// value, because "p" and "on" are words of any message.
    private static let tellingLength = 4

    /// The text with `***` for each secret. A part of a longer word is no secret.
    package static func scrubbed(_ text: String, of secrets: [Secret]) -> String {
        // The longest first, because one may be part of another.
        var forms = Set<String>()
        for secret in secrets.map({ $0.reveal() }) where !secret.isEmpty {
            forms.formUnion([secret, PercentEncoding.text(secret)])
        }
        return forms.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
            .reduce(text) { text, secret in replaced(secret, in: text) }
    }

    private static func replaced(_ secret: String, in text: String) -> String {
        let (secret, text) = (Array(secret.utf8), Array(text.utf8))
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            let end = index + secret.count
            if end <= text.count, text[index..<end].elementsEqual(secret),
                isWhole(secret, before: index > 0 ? text[index - 1] : nil, after: end < text.count ? text[end] : nil)
            {
                result += Array("***".utf8)
                index = end
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isWhole(_ secret: [UInt8], before: UInt8?, after: UInt8?) -> Bool {
        guard secret.count >= tellingLength else {
            // `password=p`, `'p'`, `:p@`
            return before.map { Array("=:'\"".utf8).contains($0) } ?? false
                && after.map { Array("'\"@&,; )\n".utf8).contains($0) } ?? true
        }
        let continuesBefore = before.map(isWordPart) ?? false && secret.first.map(isWordPart) ?? false
        let continuesAfter = after.map(isWordPart) ?? false && secret.last.map(isWordPart) ?? false
        return !continuesBefore && !continuesAfter
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
            || (0x61...0x7A).contains(byte | 0x20)  // a letter in either case
    }
}
