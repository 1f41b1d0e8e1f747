import BranchingCore
import FoundationEssentials

/// An instant for people.
enum PageTime {
    /// Such as `2026-01-31 12:00 UTC`.
    static func text(_ date: Date) -> String {
        let text = RFC3339.text(date)
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}
