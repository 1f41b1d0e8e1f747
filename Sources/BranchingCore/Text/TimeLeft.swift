/// How long something still takes, for people.
package enum TimeLeft {
    /// Such as `about 40 s left`, `about 3 min left`.
    package static func text(_ seconds: Double) -> String {
        guard seconds < 1e7 else { return "a long time left" }
        let whole = Int(max(1, seconds))
        return whole < 120 ? "about \(whole) s left" : "about \((whole + 30) / 60) min left"
    }
}
