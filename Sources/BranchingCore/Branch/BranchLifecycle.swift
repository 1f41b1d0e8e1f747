/// The life of one branch as a pure state machine: what may happen to a record, and what follows from it.
///
/// `creating -> ready | failed`, and from each of them the record can be deleted. Every event of an operation carries
/// its fencing token; an event with an older token changes nothing and answers ``Action/stop``.
public struct BranchLifecycle: Sendable, Hashable {
    /// The status that users see.
    public private(set) var status: BranchStatus
    /// The step that is under way; nil where nothing is.
    public private(set) var phase: BranchPhase?
    /// Why it failed.
    public private(set) var failure: FailureCode?
    /// The newest operation on the branch.
    public private(set) var operation: FencingToken

    /// The life of a branch that is being made by the given operation.
    public init(createdBy operation: FencingToken) {
        self.init(status: .creating, phase: .starting, operation: operation)
    }

    /// A life as it was recorded.
    public init(status: BranchStatus, phase: BranchPhase?, failure: FailureCode? = nil, operation: FencingToken) {
        self.status = status
        self.phase = phase
        self.failure = failure
        self.operation = operation
    }

    /// Takes an event, and says what to do about it.
    public mutating func handle(_ event: Event) -> Action {
        switch event {
        case .advanced(let next, let token):
            guard isCreating(by: token) else { return .stop }
            phase = next
            return .record
        case .published(let token):
            guard isCreating(by: token) else { return .stop }
            return settle(as: .ready)
        case .failed(let code, let token):
            guard isCreating(by: token) else { return .stop }
            return settle(as: .failed, because: code)
        case .databaseMissing:
            guard status == .ready, phase == nil else { return .stop }
            return settle(as: .failed, because: .databaseMissing)
        case .deletionBegan(let token):
            guard token > operation else { return .stop }
            operation = token
            phase = .deleting
            return .record
        case .deletionBlocked(let token):
            guard phase == .deleting, token == operation else { return .stop }
            // A create that was stopped for the delete does not come back.
            if status == .creating { return settle(as: .failed, because: .interrupted) }
            phase = nil
            return .record
        case .ownerLost(let token):
            return handleLostOwner(successor: token)
        case .deleted(let token):
            return phase == .deleting && token == operation ? .remove : .stop
        }
    }

    private func isCreating(by token: FencingToken) -> Bool {
        status == .creating && phase != .deleting && token == operation
    }

    private mutating func settle(as status: BranchStatus, because code: FailureCode? = nil) -> Action {
        self.status = status
        failure = code
        phase = nil
        return .record
    }

    private mutating func handleLostOwner(successor: FencingToken) -> Action {
        guard phase != nil, successor > operation else { return .stop }
        operation = successor
        return phase == .deleting ? .finishDelete : .abandonCreate
    }
}

extension BranchLifecycle {
    /// What can happen to a branch.
    public enum Event: Sendable, Hashable {
        /// Its creation came to the next step.
        case advanced(to: BranchPhase, by: FencingToken)
        /// Its database took its final name.
        case published(by: FencingToken)
        /// Its creation cannot succeed.
        case failed(FailureCode, by: FencingToken)
        /// It was ready, and its database was found to be gone.
        case databaseMissing
        /// Somebody asked to delete it.
        case deletionBegan(by: FencingToken)
        /// The delete cannot go on: something keeps the database from being dropped.
        case deletionBlocked(by: FencingToken)
        /// The process that worked on it is gone; the token is its successor's.
        case ownerLost(successor: FencingToken)
        /// Nothing is left of it but the record.
        case deleted(by: FencingToken)
    }

    /// What follows from an event.
    public enum Action: Sendable, Hashable {
        /// Write the changed record.
        case record
        /// Write the changed record, remove what the lost create left, and report it failed.
        case abandonCreate
        /// Write the changed record, and do the rest of the lost delete.
        case finishDelete
        /// Remove the record.
        case remove
        /// The event is no longer for this record: touch nothing.
        case stop
    }
}
