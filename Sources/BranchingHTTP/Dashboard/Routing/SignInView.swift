import BranchingCore

/// What the page of the sign-in shows.
struct SignInView: Sendable {
    let path: DashboardPath
    /// Where to go afterwards; nil for the dashboard's first page.
    let then: OwnPath?
    /// Why it did not work, in a sentence; nil before the first try.
    let failure: String?
    /// Whether the connection could be read by others, so that nobody should type a key here.
    let isInsecure: Bool
}
