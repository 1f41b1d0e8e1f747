import BranchingCore
import Metrics

/// What the service counts and measures, for whatever backend the process has.
enum ServiceMetrics {
    /// What the reconciler puts right.
    enum Reconciliation: String, CaseIterable {
        case createAbandoned = "create_abandoned"
        case deleteFinished = "delete_finished"
        case databaseRemoved = "database_removed"
        case databaseMissing = "database_missing"
    }

    private static var bytes: Counter { Counter(label: "ayb_clone_bytes_total") }
    private static var inFlight: Meter { Meter(label: "ayb_operations_in_flight") }
    private static var queued: Meter { Meter(label: "ayb_clone_queue_length") }

    /// Makes what has no labels, or known ones, so that it is there from the beginning.
    static func prepare() {
        bytes.increment(by: 0)
        inFlight.increment(by: 0)
        queued.increment(by: 0)
        for action in Reconciliation.allCases { counter(action).increment(by: 0) }
    }

    /// A create runs in this process.
    static func began() { inFlight.increment() }

    /// It runs no more.
    static func ended() { inFlight.decrement() }

    /// It waits for others.
    static func enteredQueue() { queued.increment() }

    /// It waits no more.
    static func leftQueue() { queued.decrement() }

    /// A create has ended.
    static func created(_ record: BranchRecord, in duration: Duration) {
        let dimensions = [
            ("strategy", record.strategy?.rawValue ?? "none"), ("result", record.lifecycle.status.rawValue),
        ]
        Timer(label: "ayb_branch_create_duration_seconds", dimensions: dimensions).record(duration: duration)
        if record.lifecycle.status == .ready { bytes.increment(by: record.sizeBytes ?? 0) }
    }

    /// Something was put right.
    static func reconciled(_ action: Reconciliation) { counter(action).increment() }

    private static func counter(_ action: Reconciliation) -> Counter {
        Counter(label: "ayb_reconciler_actions_total", dimensions: [("action", action.rawValue)])
    }
}
