/// What goes on on one connection, as far as ``ConnectionGuard`` needs it: a pure state machine.
struct ConnectionGuardState: Sendable, Hashable {
    /// Requests that began and have no complete answer yet.
    private var open = 0
    /// Whether the newest of them is still being received.
    private var isReceiving = false
    /// Whether the answer to the oldest of them has begun.
    private var isAnswering = false
    /// What is to be said once the answers before it are written.
    private var pending: Refusal?
    /// Whether nothing more may be read or written.
    private(set) var isOver = false

    enum Event: Sendable, Hashable {
        case opened
        case requestBegan
        case requestEnded
        case responseBegan
        case responseEnded
        case broke(Refusal)
    }

    enum Action: Sendable, Hashable {
        case none
        case startDeadline
        case stopDeadline
        case answer(Refusal)
        case close
    }

    mutating func handle(_ event: Event) -> Action {
        guard !isOver else { return .none }
        switch event {
        case .opened: return .startDeadline
        case .requestBegan:
            open += 1
            isReceiving = true
            return .startDeadline
        case .requestEnded:
            isReceiving = false
            return .stopDeadline
        case .responseBegan:
            isAnswering = true
            return .none
        case .responseEnded:
            isAnswering = false
            open -= 1
            return resolve()
        case .broke(let refusal):
            pending = pending ?? refusal
            return resolve()
        }
    }

    /// Says what is pending, where it is its turn.
    private mutating func resolve() -> Action {
        guard let pending else { return .none }
        // Nothing is owed but to the request that broke.
        guard open - (isReceiving ? 1 : 0) <= 0 else { return .none }
        isOver = true
        // A request that is answered, or half, while it still comes in, cannot be answered again.
        let isSpent = isAnswering || (isReceiving && open == 0)
        return isSpent ? .close : .answer(pending)
    }
}
