import Identifiers

/// The identity of an API key: `key_` and 20 letters and digits. It is no secret.
public struct KeyID: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The id as text.
    public let rawValue: String

    /// Takes an id that was stored or sent.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes an id of 119 random bits.
    public static func random() -> KeyID {
        KeyID(rawValue: "key_" + Alphabet.lettersAndDigits.randomText(20))
    }

    /// The id as text.
    public var description: String { rawValue }

    /// Reads an id from a single string.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the id as a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
