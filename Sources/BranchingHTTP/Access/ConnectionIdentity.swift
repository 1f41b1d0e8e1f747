/// Who connects to a branch.
enum ConnectionIdentity: String, CaseIterable {
    /// The branch's login; the server where the branch has none.
    case login
    /// The server itself.
    case server
}
