/// The number of one operation on one branch. It only grows, so whoever holds an older one has been replaced and
/// must stop.
public struct FencingToken: Sendable, Hashable, Comparable {
    /// The number: at least 1.
    public let rawValue: Int64

    /// Takes a number that the control database gave out.
    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// What the name of every temporary database starts with.
    public static let temporaryDatabasePrefix = "ayb_tmp_"

    /// The database that the operation clones into before it is published.
    public var temporaryDatabase: String { Self.temporaryDatabasePrefix + String(rawValue, radix: 16) }

    /// The `application_name` of every session that works for the operation, by which they are found and ended when it
    /// is fenced.
    public var applicationName: String { "ayb-op-" + String(rawValue, radix: 16) }

    /// Orders tokens by age, oldest first.
    public static func < (left: FencingToken, right: FencingToken) -> Bool { left.rawValue < right.rawValue }
}
