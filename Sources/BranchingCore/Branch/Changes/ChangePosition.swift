/// A place in the order of all changes of branches. It means the same on every server of a cluster.
public struct ChangePosition: Sendable, Hashable, CustomStringConvertible {
    /// Identifies the control database. A position in another one's changes means nothing.
    public let log: Int64
    /// Every change with a smaller revision lies before the position.
    public let revision: Int64

    /// Makes a position.
    public init(log: Int64, revision: Int64) {
        self.log = log
        self.revision = revision
    }

    /// Reads what ``description`` writes; nil for any other text.
    public init?(_ text: String) {
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false)
        guard numbers.count == 2, let log = Self.number(numbers[0]), let revision = Self.number(numbers[1]) else {
            return nil
        }
        self.init(log: log, revision: revision)
    }

    /// The position as text: two numbers, with a hyphen between.
    public var description: String { "\(log)-\(revision)" }

    private static func number(_ text: Substring) -> Int64? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(text) : nil
    }
}
