/// How a sequence counts (manual: CREATE SEQUENCE).
package struct SequenceOptions: Sendable, Hashable {
    /// `smallint`, `integer` or `bigint`.
    package var type = "bigint"
    /// The first value.
    package var start: Int64 = 1
    /// The step, not 0.
    package var increment: Int64 = 1
    /// The smallest value.
    package var minimum: Int64 = 1
    /// The largest value.
    package var maximum: Int64 = .max
    /// How many values a session takes at once, at least 1.
    package var cache: Int64 = 1
    /// Whether it begins again at its end.
    package var cycles = false

    /// Makes the options of a sequence that nobody changed.
    package init() {}
}
