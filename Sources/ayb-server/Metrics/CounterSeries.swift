import CoreMetrics

/// A number that only grows.
final class CounterSeries: MetricSeries, CounterHandler, FloatingPointCounterHandler {
    static let kind = MetricKind.counter

    private let number = AtomicDouble()

    func increment(by amount: Int64) { increment(by: Double(amount)) }

    /// A counter that went down would look like a restart of the server.
    func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        number.add(amount)
    }

    func reset() { number.set(0) }

    func write(_ name: String, _ labels: MetricLabels, to text: inout ExpositionText) {
        text.sample(name, labels, number.value)
    }
}
