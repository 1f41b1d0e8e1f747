/// What is known of a metric before it has values.
struct MetricDescription: Sendable {
    /// What it is, for people.
    let help: String
    /// The bounds of its buckets, if it is a histogram.
    let bounds: [Double]

    private init(_ help: String, bounds: [Double] = standardBounds) {
        self.help = help
        self.bounds = bounds
    }

    /// For durations that nobody described.
    static let standardBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    /// From an answer out of memory to a comparison of large schemas.
    private static let requestBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
    /// From a reflink to a terabyte over a network.
    private static let createBounds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14_400]

    /// By name.
    static let all: [String: MetricDescription] = [
        "ayb_auth_failures_total": .init("Requests that were let in by no key, by reason."),
        "ayb_branch_create_duration_seconds": .init(
            "Time from the request for a branch until it was ready or had failed, by strategy and result.",
            bounds: createBounds),
        "ayb_branches": .init("Branches of the cluster, by status."),
        "ayb_build_info": .init("Always 1; its labels say what runs."),
        "ayb_clone_bytes_total": .init("Sizes of the databases of branches that became ready, in bytes."),
        "ayb_clone_queue_length": .init("Clones of this server that wait for others to end."),
        "ayb_http_request_duration_seconds": .init(
            "Time until an answer began, by method, route and status.", bounds: requestBounds),
        "ayb_metrics_series_refused_total": .init("Values that had no place, as their metric has too many series."),
        "ayb_operations_in_flight": .init("Creates that run on this server."),
        "ayb_reconciler_actions_total": .init("What crashed servers left and this one put right, by action."),
    ]
}
