/// The paths of the REST API.
public enum APIPath {
    /// The root of the administration; each path below it requires a key or a session.
    public static let admin = "/api/admin"
    /// The branches.
    public static let branches = "/api/admin/branches"
    /// What happens to all branches, as server-sent events.
    public static let feed = "/api/admin/events"
    /// The schema diff.
    public static let diff = "/api/admin/diff"
    /// What the server is.
    public static let status = "/api/admin/status"
    /// The API keys.
    public static let keys = "/api/admin/keys"
    /// Who the caller is.
    public static let ownKey = "/api/admin/self"
    /// The audit trail.
    public static let audit = "/api/admin/audit"
    /// The browser's own session.
    public static let session = "/api/admin/session"
    /// One-time codes to sign in with.
    public static let signInCodes = "/api/admin/session/codes"
    /// All sessions of browsers.
    public static let sessions = "/api/admin/sessions"
    /// The metrics of the process.
    public static let metrics = "/metrics"
    /// Liveness, without a key and without detail.
    public static let health = "/health"
    /// Liveness, by the name that Kubernetes uses.
    public static let live = "/livez"
    /// Readiness: whether branching works right now.
    public static let ready = "/readyz"

    /// One API key.
    public static func key(_ id: KeyID) -> String { "\(keys)/\(id)" }
    /// One session of a browser.
    public static func session(_ id: SessionID) -> String { "\(sessions)/\(id)" }
    /// One branch.
    public static func branch(_ name: BranchName) -> String { "\(branches)/\(name)" }
    /// What happens to a branch, as server-sent events.
    public static func events(_ name: BranchName) -> String { "\(branches)/\(name)/events" }
    /// How to connect to a branch.
    public static func connection(_ name: BranchName) -> String { "\(branches)/\(name)/connection" }
}
