import Identifiers

/// The identity of a browser's session: `ses_` and 20 random letters and digits. It is no secret.
public struct SessionID: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The identity as text.
    public let rawValue: String

    /// Takes a known identity.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A new identity.
    public static func random() -> SessionID {
        SessionID(rawValue: "ses_" + Alphabet.lettersAndDigits.randomText(20))
    }

    /// The identity as text.
    public var description: String { rawValue }

    /// Reads an identity from a single string.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the identity as a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
