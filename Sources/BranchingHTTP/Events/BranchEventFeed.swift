import BranchingCore
import FoundationEssentials

/// Turns what is seen of a branch into its events: a pure state machine, without clock and without I/O.
///
/// An event's id is the time at which the record changed, in microseconds since 1970, so that it means the same on every
/// server; where that does not grow, it is one more than the last.
struct BranchEventFeed: Sendable {
    private let heartbeat: Duration
    private var lastID: Int64
    private var lastBranch: Branch?
    private var lastWrite: ContinuousClock.Instant

    /// Begins a feed.
    ///
    /// - Parameters:
    ///   - seen: the id of the last event that the client has; nil where it has none.
    ///   - heartbeat: how long it may be silent.
    init(after seen: Int64?, heartbeat: Duration, at now: ContinuousClock.Instant) {
        self.heartbeat = heartbeat
        lastID = seen ?? .min
        lastWrite = now
    }

    /// Whether a client that has the event of that id has the last one.
    static func isOver(_ branch: Branch, after seen: Int64) -> Bool {
        branch.status != .creating && id(of: branch) <= seen
    }

    /// Takes what was seen, and says what to send.
    mutating func handle(_ observation: Observation, at now: ContinuousClock.Instant) -> Step {
        switch observation {
        case .unknown: beat(at: now)
        case .missing: handleMissing()
        case .found(let branch):
            // A name can be used again: then the branch that is followed is gone.
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
        // Before the first event there is no id to be one more than.
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

    /// What changed; nil where nothing did that a client can see.
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

    /// The id of the event that tells of a record as it is.
    static func id(of branch: Branch) -> Int64 { id(at: branch.updatedAt) }

    /// The id of an event of that time.
    static func id(at time: Date) -> Int64 { Int64(saturating: time.timeIntervalSince1970 * 1_000_000) }
}

extension BranchEventFeed {
    /// What can be seen of a branch.
    enum Observation: Sendable {
        /// It is there.
        case found(Branch)
        /// It is not there.
        case missing
        /// It cannot be told at the moment.
        case unknown
    }

    /// What follows.
    enum Step: Sendable, Hashable {
        /// Send the event; it is the last one where its kind says so.
        case send(Event)
        /// Send a comment, so that the connection is seen to be alive.
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

        /// Whether no event comes after it.
        var isLast: Bool {
            switch kind {
            case .ready, .failed, .deleted: true
            case .phase, .progress: false
            }
        }
    }
}
