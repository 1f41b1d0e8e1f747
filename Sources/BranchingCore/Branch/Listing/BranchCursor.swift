import FoundationEssentials

/// The place of a branch in the list of all, oldest first. It stays if the branch is deleted.
public struct BranchCursor: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// When the branch was asked for, in microseconds since 1970.
    public let microseconds: Int64
    /// The branch, among those of the same moment.
    public let id: BranchID

    /// The place of a branch.
    public init(_ branch: Branch) {
        microseconds = Int64(saturating: branch.createdAt.timeIntervalSince1970 * 1_000_000)
        id = branch.id
    }

    /// Reads what ``description`` writes; nil for any other text.
    public init?(_ text: String) {
        guard let hyphen = text.firstIndex(of: "-"),
            text[..<hyphen].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let microseconds = Int64(text[..<hyphen]), microseconds <= Self.latest
        else { return nil }
        let id = text[text.index(after: hyphen)...]
        guard id.utf8.count <= 64, id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.microseconds = microseconds
        self.id = BranchID(rawValue: String(id))
    }

    /// The year 9999: PostgreSQL refuses what is far beyond.
    private static let latest: Int64 = 253_402_300_799_000_000

    /// The place as text.
    public var description: String { "\(microseconds)-\(id)" }

    /// Orders places as the list does.
    public static func < (left: BranchCursor, right: BranchCursor) -> Bool {
        (left.microseconds, left.id.rawValue) < (right.microseconds, right.id.rawValue)
    }
}
