import Identifiers

/// The secret of an API key: `ayb_`, 30 random characters of base 62 (178 bits), and 6 more, the CRC-32 of what comes
/// before them.
///
/// The checksum lets a mistyped or truncated key be refused without a query, and lets scanners of source code tell a
/// key from other text.
public struct APIKeySecret: Sendable, Hashable {
    /// The whole text.
    public let text: Secret

    /// What every key begins with.
    public static let prefix = "ayb_"
    /// How many characters are random.
    static let randomLength = 30
    /// How many characters hold the checksum.
    static let checksumLength = 6
    /// How many of its first characters are stored and shown, so that people can tell keys apart.
    public static let visibleLength = 8

    private init(unchecked text: String) {
        self.text = Secret(text)
    }

    /// Reads a key.
    ///
    /// - Returns: nil if the form or the checksum is wrong.
    public init?(_ candidate: String) {
        let bytes = Array(candidate.utf8)
        let length = Self.prefix.utf8.count + Self.randomLength + Self.checksumLength
        guard bytes.count == length, candidate.hasPrefix(Self.prefix) else { return nil }
        guard bytes.dropFirst(Self.prefix.utf8.count).allSatisfy(Base62.isDigit) else { return nil }
        let body = bytes.dropLast(Self.checksumLength)
        let checksum = Base62.text(UInt64(CRC32.checksum(of: body)), length: Self.checksumLength)
        guard Array(checksum.utf8) == Array(bytes.suffix(Self.checksumLength)) else { return nil }
        self.init(unchecked: candidate)
    }

    /// Makes a key from the system's source of random numbers.
    public static func random() -> APIKeySecret {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    /// Makes a key from the given source of random numbers.
    public static func random(using generator: inout some RandomNumberGenerator) -> APIKeySecret {
        let body = prefix + Alphabet.lettersAndDigits.randomText(randomLength, using: &generator)
        let checksum = CRC32.checksum(of: Array(body.utf8))
        return APIKeySecret(unchecked: body + Base62.text(UInt64(checksum), length: checksumLength))
    }

    /// Its first 8 characters, which are no secret.
    public var visiblePrefix: String { String(text.reveal().prefix(Self.visibleLength)) }
}

/// The checksum of gzip and PNG (RFC 1952, section 8; ISO 3309): polynomial 0x04C11DB7, reflected.
enum CRC32 {
    static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 {
                remainder = remainder & 1 == 1 ? (remainder >> 1) ^ 0xEDB8_8320 : remainder >> 1
            }
        }
        return ~remainder
    }
}
