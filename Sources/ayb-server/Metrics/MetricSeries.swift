/// The values of one metric with one set of labels.
protocol MetricSeries: AnyObject, Sendable {
    /// What the exposition calls its type.
    static var kind: MetricKind { get }

    /// Writes its samples.
    func write(_ name: String, _ labels: MetricLabels, to text: inout ExpositionText)
}

/// The types of metrics that the exposition format has, as far as we use them.
enum MetricKind: String, Sendable {
    case counter
    case gauge
    case histogram
}
