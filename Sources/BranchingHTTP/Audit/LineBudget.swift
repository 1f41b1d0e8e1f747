/// How many lines of one kind a log takes per interval; the others are counted.
struct LineBudget: Sendable {
    private let lines: Int
    private let interval: Duration
    private var begun: ContinuousClock.Instant?
    private var written = 0
    private var withheld = 0

    init(lines: Int, interval: Duration) {
        self.lines = lines
        self.interval = interval
    }

    /// Asks for a line.
    ///
    /// - Returns: how many lines were withheld since the last one; nil if this one is withheld too.
    mutating func take(at now: ContinuousClock.Instant) -> Int? {
        if begun.map({ $0.duration(to: now) >= interval }) ?? true {
            begun = now
            written = 0
        }
        guard written < lines else {
            withheld += 1
            return nil
        }
        written += 1
        defer { withheld = 0 }
        return withheld
    }
}
