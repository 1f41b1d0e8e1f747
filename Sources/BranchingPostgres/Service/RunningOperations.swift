import BranchingCore
import Synchronization

/// The clones that run in this process, and why those failed that could not write it down.
///
/// Where the cluster goes away in the middle of a clone, the clone's session goes too, and with it its right to write the
/// record. When the cluster is back the reconciler takes the operation over; here it finds the reason.
final class RunningOperations: Sendable {
    private enum State {
        case running
        case failed(code: FailureCode, message: String)
    }

    private let states = Mutex<[FencingToken: State]>([:])

    /// Whether it runs in this process. The reconciler leaves it alone then: it will fail by itself, and say why.
    func isRunning(_ token: FencingToken) -> Bool {
        states.withLock { if case .running = $0[token] { true } else { false } }
    }

    func began(_ token: FencingToken) { states.withLock { $0[token] = .running } }

    /// It ended, and its record says how.
    func ended(_ token: FencingToken) {
        states.withLock { states in
            if case .running = states[token] { states[token] = nil }
        }
    }

    /// It failed and could not write why.
    func failed(_ token: FencingToken, code: FailureCode, message: String) {
        states.withLock { $0[token] = .failed(code: code, message: message) }
    }

    /// Why an operation failed that is taken over; nil where it ran elsewhere.
    func reason(_ token: FencingToken) -> (code: FailureCode, message: String)? {
        states.withLock { states in
            guard case .failed(let code, let message) = states[token] else { return nil }
            return (code, message)
        }
    }

    /// Forgets the reasons of all but some operations: somebody else took those over.
    func forget(allBut tokens: Set<FencingToken>) {
        states.withLock { states in
            states = states.filter { token, state in
                if case .running = state { true } else { tokens.contains(token) }
            }
        }
    }
}
