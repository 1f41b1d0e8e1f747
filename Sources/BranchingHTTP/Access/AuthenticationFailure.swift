import BranchingCore
import Metrics

/// Why nobody is let in.
enum AuthenticationFailure: Error, Sendable, Hashable {
    /// No token was sent.
    case missing
    /// It is no key of ours.
    case wrong
    /// It is a key that has expired or was revoked.
    case ended(KeyID)
    /// It is a key that may not be used from there.
    case elsewhere(KeyID)
    /// It is the cookie of a session that is over, or of none.
    case sessionOver
    /// Too many wrong ones came from there.
    case tooMany(retryAfter: Int)

    /// Counts it.
    func count() {
        Counter(label: "ayb_auth_failures_total", dimensions: [("reason", reason)]).increment()
    }

    private var reason: String {
        switch self {
        case .missing: "missing"
        case .wrong: "wrong"
        case .ended: "ended"
        case .elsewhere: "elsewhere"
        case .sessionOver: "session_over"
        case .tooMany: "too_many"
        }
    }
}
