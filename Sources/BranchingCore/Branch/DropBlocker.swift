/// Something that keeps PostgreSQL from dropping a database, even by force (manual, DROP DATABASE).
public enum DropBlocker: Sendable, Hashable {
    /// A transaction prepared for two-phase commit.
    case preparedTransaction(gid: String)
    /// A replication slot that is in use.
    case activeReplicationSlot(name: String)
    /// A subscription in the database.
    case subscription(name: String)
    /// A session that our role may not end.
    case session(user: String, pid: Int32)
    /// A session that holds a lock on the database, and did not release it in time.
    case lock(user: String, pid: Int32, seconds: Int)
    /// Objects or privileges that the branch's login has in another database.
    case loginElsewhere(role: String, database: String)
}

extension DropBlocker: CustomStringConvertible {
    /// What it is and how to get rid of it, as one clause.
    public var description: String {
        switch self {
        case .preparedTransaction(let gid): "the prepared transaction '\(gid)' (commit it or roll it back)"
        case .activeReplicationSlot(let name): "the active replication slot '\(name)' (stop its consumer)"
        case .subscription(let name): "the subscription '\(name)' (drop it)"
        case .lock(let user, let pid, let seconds):
            "a lock on the database that role '\(user)', process \(pid), holds; it was waited for \(seconds) s (database.lock_timeout; let its transaction end, or end it)"
        case .loginElsewhere(let role, let database):
            "what the branch's login has in the database '\(database)' (DROP OWNED BY \(role) there, or delete with force)"
        case .session(let user, let pid):
            "a session of role '\(user)', process \(pid), which the server's role may not end (end it; unless it is a superuser's, the server's role could with pg_signal_backend)"
        }
    }
}
