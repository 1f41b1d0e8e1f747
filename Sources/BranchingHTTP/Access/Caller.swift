import BranchingCore

/// Whoever showed a key that works: what they may do, and what they showed.
struct Caller: Sendable {
    let principal: Principal
    let credential: Credential
}
