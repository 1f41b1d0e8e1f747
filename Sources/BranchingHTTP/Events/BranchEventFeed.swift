import BranchingCore
import FoundationEssentials

/// Turns observations of a branch into events: a pure state machine, without clock and I/O.
///
/// An event's id is the time at which the record changed, in microseconds since 1970, so that it means the same on
/// every server; if that does not grow, it is the last id plus one.
struct BranchEventFeed: Sendable {
    private let heartbeat: Duration
    private var lastID: Int64
    private var lastBranch: Branch?
    private var lastWrite: ContinuousClock.Instant

    /// Begins a feed.
    ///
    /// - Parameters:
    ///   - seen: the id of the client's last event; nil if it has none.
    ///   - heartbeat: the longest silence.
    init(after seen: Int64?, heartbeat: Duration, at now: ContinuousClock.Instant) {
        self.heartbeat = heartbeat
        lastID = seen ?? .min
        lastWrite = now
    }

    /// Whether a client that has the event with this id has the last one.
    static func isOver(_ branch: Branch, after seen: Int64) -> Bool {
        branch.status != .creating && id(of: branch) <= seen
    }

    /// Takes an observation, and says what to send.
    mutating func handle(_ observation: Observation, at now: ContinuousClock.Instant) -> Step {
        switch observation {
        case .unknown: beat(at: now)
        case .missing: handleMissing()
        case .found(let branch):
            // A name can be reused: then the followed branch is gone.
            lastBranch.map { $0.id != branch.id } == true ? handleMissing() : handleFound(branch, at: now)
        }
    }

    private mutating func handleFound(_ branch: Branch, at now: ContinuousClock.Instant) -> Step {
        let previous = lastBranch
        lastBranch = branch
        let id = Self.id(of: branch)
        guard let kind = Self.kind(of: branch, after: previous), previous != nil || id > lastID else {
            return branch.status == .creating ? beat(at: now) : .end
        }
        // There is no id to increment before the first event.
        lastID = previous == nil ? id : max(id, lastID.addingSaturated(1))
        lastWrite = now
        return .send(Event(kind: kind, id: lastID, branch: branch))
    }

    private mutating func handleMissing() -> Step {
        guard let lastBranch else { return .end }
        lastID = max(lastID, Self.id(of: lastBranch)).addingSaturated(1)
        return .send(Event(kind: .deleted, id: lastID, branch: lastBranch))
    }

    private mutating func beat(at now: ContinuousClock.Instant) -> Step {
        guard now - lastWrite >= heartbeat else { return .wait }
        lastWrite = now
        return .comment
    }

    /// What changed; nil if nothing did that a client can see.
    private static func kind(of branch: Branch, after previous: Branch?) -> BranchEvent? {
        switch branch.status {
        case .ready: previous?.status == .ready ? nil : .ready
        case .failed: previous?.status == .failed ? nil : .failed
        case .creating:
            if previous?.progress?.phase != branch.progress?.phase || previous == nil {
                .phase
            } else if previous?.progress != branch.progress || previous?.strategy != branch.strategy {
                .progress
            } else {
                nil
            }
        }
    }

    /// The id of the event for a record.
    static func id(of branch: Branch) -> Int64 { id(at: branch.updatedAt) }

    /// The id of an event at that time.
    static func id(at time: Date) -> Int64 { Int64(saturating: time.timeIntervalSince1970 * 1_000_000) }
}

extension BranchEventFeed {
    /// What was seen of a branch.
    enum Observation: Sendable {
        /// It exists.
        case found(Branch)
        /// It does not exist.
        case missing
        /// Nobody can say at the moment.
        case unknown
    }

    /// What to do.
    enum Step: Sendable, Hashable {
        /// Send the event; its kind says whether it is the last.
        case send(Event)
        /// Send a comment, to show that the connection is alive.
        case comment
        /// Nothing.
        case wait
        /// There is nothing more to send.
        case end
    }

    /// One event.
    struct Event: Sendable, Hashable {
        let kind: BranchEvent
        let id: Int64
        let branch: Branch

        /// Whether it is the last event.
        var isLast: Bool {
            switch kind {
            case .ready, .failed, .deleted: true
            case .phase, .progress: false
            }
        }
    }
}
