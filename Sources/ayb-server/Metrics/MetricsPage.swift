import BranchingCore

/// What a scrape gets.
struct MetricsPage: Sendable {
    let registry: MetricRegistry
    let counts: BranchCounts

    func text() async -> String {
        var text = ExpositionText()
        // Unknown is not zero: if PostgreSQL does not answer, there is no sample.
        if let counts = await counts.current() {
            text.begin("ayb_branches", .gauge, help: MetricDescription.all["ayb_branches"]?.help)
            for status in BranchStatus.allCases {
                text.sample("ayb_branches", MetricLabels([("status", status.rawValue)]), Double(counts[status] ?? 0))
            }
        }
        text.begin("ayb_build_info", .gauge, help: MetricDescription.all["ayb_build_info"]?.help)
        text.sample("ayb_build_info", MetricLabels([("version", AybVersion.current)]), 1)
        registry.write(to: &text)
        return text.text
    }
}
