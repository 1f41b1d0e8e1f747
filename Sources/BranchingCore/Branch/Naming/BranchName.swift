import Identifiers

/// The name of a branch: 1 to 63 characters of `a-z`, `0-9`, `-` and `_` that start and end with a letter or digit.
///
/// ```swift
/// let name = try BranchName("feature-auth")
/// name.databaseName  // "ayb_branch_feature_auth"
/// ```
public struct BranchName: Sendable, Hashable {
    /// Names that no branch can have: the aliases of the source and the databases every cluster has.
    public static let reserved: Set<String> = ["main", "master", "default", "postgres", "template0", "template1"]

    /// The longest name, in characters (all of them ASCII, so in bytes as well).
    public static let maximumLength = 63

    /// The name as the user wrote it.
    public let rawValue: String

    /// Validates a name.
    ///
    /// - Throws: ``Invalid``, which says what is wrong with it.
    public init(_ text: String) throws(Invalid) {
        guard let first = text.utf8.first, let last = text.utf8.last else { throw .empty }
        guard text.utf8.allSatisfy({ Self.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
        else { throw .character }
        guard text.utf8.count <= Self.maximumLength else { throw .tooLong }
        guard Self.isAlphanumeric(first), Self.isAlphanumeric(last) else { throw .edge }
        guard !Self.reserved.contains(text) else { throw .reserved(text) }
        rawValue = text
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension BranchName {
    /// What is wrong with a branch name.
    public enum Invalid: Error, Sendable, Hashable {
        /// It has no characters.
        case empty
        /// It is longer than ``BranchName/maximumLength``.
        case tooLong
        /// It has a character other than `a-z`, `0-9`, `-` and `_`.
        case character
        /// It starts or ends with `-` or `_`.
        case edge
        /// It is one of ``BranchName/reserved``.
        case reserved(String)
    }
}

extension BranchName.Invalid: CustomStringConvertible {
    /// The rule that the name breaks, as a sentence.
    public var description: String {
        switch self {
        case .empty: "A branch name has at least one character."
        case .tooLong: "A branch name has at most \(BranchName.maximumLength) characters."
        case .character: "A branch name has only lower-case letters a-z, digits, '-' and '_'."
        case .edge: "A branch name starts and ends with a letter or a digit."
        case .reserved(let name): "The name '\(name)' is reserved; choose another."
        }
    }
}

extension BranchName: Comparable, CustomStringConvertible {
    /// Orders names by their bytes.
    public static func < (left: BranchName, right: BranchName) -> Bool { left.rawValue < right.rawValue }

    /// The name itself.
    public var description: String { rawValue }
}

extension BranchName {
    /// The prefix of every branch database's name.
    public static let databasePrefix = "ayb_branch_"

    /// The name of the branch's database: ``databasePrefix`` and the name with `-` replaced by `_`.
    ///
    /// PostgreSQL cuts identifiers at 63 bytes without an error (`NAMEDATALEN`, manual section 4.1.1), so a longer one
    /// is its first 54 bytes, `_`, and the FNV-1a hash of the branch name in 8 hexadecimal digits.
    public var databaseName: String {
        let plain = Self.databasePrefix + String(rawValue.map { $0 == "-" ? "_" : $0 })
        guard plain.utf8.count > Self.maximumIdentifierLength else { return plain }
        return String(plain.prefix(54)) + "_" + FNV1a.digits(FNV1a.hash32(rawValue.utf8))
    }

    /// The longest identifier that PostgreSQL keeps whole, in bytes.
    static let maximumIdentifierLength = 63
}

extension BranchName: Codable {
    /// Reads a name from a single string.
    ///
    /// - Throws: `DecodingError` with the rule that the name breaks.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(container.decode(String.self))
        } catch let error as Invalid {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// Writes the name as a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
