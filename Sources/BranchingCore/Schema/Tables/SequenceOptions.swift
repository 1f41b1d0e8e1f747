/// How a sequence counts (manual: CREATE SEQUENCE).
public struct SequenceOptions: Sendable, Hashable {
    /// `smallint`, `integer` or `bigint`.
    public var type = "bigint"
    /// The first value.
    public var start: Int64 = 1
    /// The step, not 0.
    public var increment: Int64 = 1
    /// The smallest value.
    public var minimum: Int64 = 1
    /// The largest value.
    public var maximum: Int64 = .max
    /// How many values a session takes at once, at least 1.
    public var cache: Int64 = 1
    /// Whether it begins again at its end.
    public var cycles = false

    /// Makes the options of a sequence that nobody changed.
    public init() {}
}
