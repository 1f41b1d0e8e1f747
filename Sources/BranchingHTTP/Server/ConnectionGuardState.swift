/// What happens on one connection, as far as ``ConnectionGuard`` needs it: a pure state machine.
struct ConnectionGuardState: Sendable, Hashable {
    /// Requests that began and have no complete answer yet.
    private var open = 0
    /// Whether the newest of them is still being received.
    private var isReceiving = false
    /// Whether the answer to the oldest of them has begun.
    private var isAnswering = false
    /// Whether the client has shown the key.
    private var hasKey = false
    /// What to say once the answers before it are written.
    private var pending: Refusal?
    /// Whether nothing more may be read or written.
    private(set) var isOver = false

    enum Event: Sendable, Hashable {
        case opened
        case requestBegan
        case requestEnded
        case responseBegan
        case responseEnded
        case keyShown
        /// A client without the key was idle for too long.
        case idled
        case broke(Refusal)
    }

    enum Action: Sendable, Hashable {
        case none
        case startDeadline(Deadline)
        case stopDeadline
        case answer(Refusal)
        case close
    }

    /// What it waits for.
    enum Deadline: Sendable, Hashable {
        /// The headers of the first request.
        case first
        /// The rest of a request.
        case body
        /// The next request of a client that has not shown the key.
        case stranger
    }

    mutating func handle(_ event: Event) -> Action {
        guard !isOver else { return .none }
        switch event {
        case .opened: return .startDeadline(.first)
        case .requestBegan:
            open += 1
            isReceiving = true
            return .startDeadline(.body)
        case .requestEnded:
            isReceiving = false
            return isStrangerIdle ? .startDeadline(.stranger) : .stopDeadline
        case .responseBegan:
            isAnswering = true
            return .none
        case .responseEnded:
            isAnswering = false
            open -= 1
            return resolve()
        case .keyShown:
            hasKey = true
            return .none
        case .idled:
            guard isStrangerIdle else { return .none }
            isOver = true
            return .close
        case .broke(let refusal):
            pending = pending ?? refusal
            return resolve()
        }
    }

    /// Whether a client without the key has all its answers.
    private var isStrangerIdle: Bool { open == 0 && !isReceiving && !hasKey }

    /// Sends what is pending, if it is its turn.
    private mutating func resolve() -> Action {
        guard let pending else { return isStrangerIdle ? .startDeadline(.stranger) : .none }
        // Only the broken request still needs an answer.
        guard open - (isReceiving ? 1 : 0) <= 0 else { return .none }
        isOver = true
        // A request that is answered, even partly, while it still arrives cannot be answered again.
        let isSpent = isAnswering || (isReceiving && open == 0)
        return isSpent ? .close : .answer(pending)
    }
}
