import BranchingCore
import Synchronization

/// The clones that run in this process, and why some failed that could not record it.
///
/// If the cluster goes away during a clone, so does the clone's session, and with it the right to write the record.
/// Once the cluster is back, the reconciler takes over the operation and finds the reason here.
final class RunningOperations: Sendable {
    private enum State {
        case running
        case failed(code: FailureCode, message: String)
    }

    private let states = Mutex<[FencingToken: State]>([:])

    /// Whether it runs in this process. If so, the reconciler leaves it alone: it will fail by itself, and say why.
    func isRunning(_ token: FencingToken) -> Bool {
        states.withLock { if case .running = $0[token] { true } else { false } }
    }

    func began(_ token: FencingToken) {
        states.withLock { $0[token] = .running }
        ServiceMetrics.began()
    }

    /// It ended, and its record says how.
    func ended(_ token: FencingToken) {
        ServiceMetrics.ended()
        states.withLock { states in
            if case .running = states[token] { states[token] = nil }
        }
    }

    /// It failed and could not write why.
    func failed(_ token: FencingToken, code: FailureCode, message: String) {
        states.withLock { $0[token] = .failed(code: code, message: message) }
    }

    /// Why an operation being taken over failed; nil if it ran elsewhere.
    func reason(_ token: FencingToken) -> (code: FailureCode, message: String)? {
        states.withLock { states in
            guard case .failed(let code, let message) = states[token] else { return nil }
            return (code, message)
        }
    }

    /// Keeps only the reasons of the given operations: others took over the rest.
    func forget(allBut tokens: Set<FencingToken>) {
        states.withLock { states in
            states = states.filter { token, state in
                if case .running = state { true } else { tokens.contains(token) }
            }
        }
    }
}
