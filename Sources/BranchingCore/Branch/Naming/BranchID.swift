import Identifiers

/// The identity of a branch: `br_` and 24 letters and digits. A name can be used again; an id never is.
public struct BranchID: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The id as text.
    public let rawValue: String

    /// What every id begins with.
    public static let prefix = "br_"

    /// Takes an id that was stored before.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes an id of 120 random bits.
    public static func random() -> BranchID {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    /// Makes an id from the given source of random numbers.
    public static func random(using generator: inout some RandomNumberGenerator) -> BranchID {
        BranchID(rawValue: prefix + Alphabet.distinct.randomText(24, using: &generator))
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
