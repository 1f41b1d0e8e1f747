import Synchronization

/// All metrics of the process.
///
/// Series live as long as it does. Their number is bounded, so that a label that somebody outside chooses cannot fill
/// the memory.
final class MetricRegistry: Sendable {
    /// How many series one metric has.
    static let seriesLimit = 1000

    private struct Family {
        let kind: MetricKind
        var series: [MetricLabels: any MetricSeries] = [:]
    }

    private let families = Mutex<[String: Family]>([:])
    private let refused = CounterSeries()

    /// The series with a name and labels, made at the first use.
    ///
    /// - Returns: nil if the metric is of another kind, or has too many series.
    func series<Series: MetricSeries>(
        _ label: String, _ dimensions: [(String, String)], _ make: (String) -> Series
    ) -> Series? {
        let (name, labels) = (MetricName.sanitized(label), MetricLabels(dimensions))
        let found = families.withLock { families -> Series? in
            var family = families[name] ?? Family(kind: Series.kind)
            if let series = family.series[labels] { return series as? Series }
            guard family.kind == Series.kind, family.series.count < Self.seriesLimit else { return nil }
            let series = make(name)
            family.series[labels] = series
            families[name] = family
            return series
        }
        if found == nil { refused.increment(by: Int64(1)) }
        return found
    }

    /// Writes all metrics, by name.
    func write(to text: inout ExpositionText) {
        for (name, family) in families.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            text.begin(name, family.kind, help: MetricDescription.all[name]?.help)
            for (labels, series) in family.series.sorted(by: { $0.key.text < $1.key.text }) {
                series.write(name, labels, to: &text)
            }
        }
        let name = "ayb_metrics_series_refused_total"
        text.begin(name, .counter, help: MetricDescription.all[name]?.help)
        refused.write(name, .none, to: &text)
    }
}
