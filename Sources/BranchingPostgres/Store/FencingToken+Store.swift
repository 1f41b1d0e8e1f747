import BranchingCore

extension FencingToken {
    /// The next number of the control database.
    static func next(on handle: borrowing ConnectionHandle) throws(PostgresError) -> FencingToken {
        let rows = try handle.query("SELECT nextval('ayb.operation') AS token")
        guard let row = rows.first else { throw PostgresError(message: "The sequence gave no number.") }
        return FencingToken(rawValue: try row.value("token"))
    }

    /// The next number whose temporary database does not exist: one that does is somebody else's, and what is noted as
    /// ours is dropped when the clone fails.
    static func nextForClone(on handle: borrowing ConnectionHandle) throws(PostgresError) -> FencingToken {
        while true {
            let token = try next(on: handle)
            let found = try handle.query(
                "SELECT FROM pg_catalog.pg_database WHERE datname = $1", [.text(token.temporaryDatabase)])
            if found.isEmpty { return token }
        }
    }

    /// Takes the advisory lock that shows others that the operation is alive. It goes with the session.
    func lock(on handle: borrowing ConnectionHandle) throws(PostgresError) {
        try handle.query("SELECT pg_catalog.pg_advisory_lock($1)", [.integer(rawValue)])
    }

    /// Takes the operation's lock where nobody holds it.
    func tryLock(on handle: borrowing ConnectionHandle) throws(PostgresError) -> Bool {
        try handle.query("SELECT pg_catalog.pg_try_advisory_lock($1) AS taken", [.integer(rawValue)])
            .first?.value("taken") ?? false
    }

    func unlock(on handle: borrowing ConnectionHandle) throws(PostgresError) {
        try handle.query("SELECT pg_catalog.pg_advisory_unlock($1)", [.integer(rawValue)])
    }
}
