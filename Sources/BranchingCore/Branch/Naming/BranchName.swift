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
