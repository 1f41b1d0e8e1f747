/// Metrics as text: Prometheus' exposition format 0.0.4.
struct ExpositionText: Sendable {
    private(set) var text = ""

    /// Begins a metric; its samples follow.
    mutating func begin(_ name: String, _ kind: MetricKind, help: String?) {
        if let help {
            text += "# HELP \(name) \(help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n"))\n"
        }
        text += "# TYPE \(name) \(kind.rawValue)\n"
    }

    /// Writes one sample.
    mutating func sample(_ name: String, _ labels: MetricLabels, _ value: Double) {
        line(name, labels.text, value)
    }

    /// Writes one bucket of a histogram.
    mutating func sample(_ name: String, _ labels: MetricLabels, bound: Double, _ value: Double) {
        let others = labels.text
        line(name, (others.isEmpty ? "" : others + ",") + "le=\"\(Self.number(bound))\"", value)
    }

    private mutating func line(_ name: String, _ labels: String, _ value: Double) {
        text += labels.isEmpty ? "\(name) \(Self.number(value))\n" : "\(name){\(labels)} \(Self.number(value))\n"
    }

    /// A number as Go's `ParseFloat` reads it.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map(String.init) ?? "\(value)"
    }
}
