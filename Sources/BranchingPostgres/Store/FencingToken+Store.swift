import BranchingCore

extension FencingToken {
    /// The advisory lock that shows others that the operation is alive. It ends with the session.
    var advisoryLock: AdvisoryLock { AdvisoryLock(key: rawValue) }

    /// How many numbers to try: one that somebody has locked is skipped.
    private static let attempts = 200

    /// Makes the next number this session's operation: takes its lock, and names the session after the operation, so
    /// that others find it.
    ///
    /// - Parameter forClone: whether its temporary database must not exist yet: an existing one is somebody else's, and
    ///   a failed clone drops what is noted as ours.
    /// - Throws: `55P03` if somebody holds the locks of many numbers, naming who.
    static func claim(forClone: Bool, on handle: borrowing ConnectionHandle) throws -> FencingToken {
        let token = try next(forClone: forClone, on: handle)
        try handle.query("SELECT pg_catalog.set_config('application_name', $1, false)", [.text(token.applicationName)])
        return token
    }

    /// The next number of the control database, with its lock. Nobody has it yet, so this never waits for the lock.
    ///
    /// - Throws: `55P03` if somebody holds the locks of many numbers, naming who.
    static func next(on handle: borrowing ConnectionHandle) throws -> FencingToken {
        try next(forClone: false, on: handle)
    }

    private static func next(forClone: Bool, on handle: borrowing ConnectionHandle) throws -> FencingToken {
        var reason = ""
        for _ in 0..<attempts {
            let rows = try handle.query("SELECT pg_catalog.nextval('ayb.operation') AS token")
            guard let row = rows.first else { throw PostgresError(message: "The sequence gave no number.") }
            let token = FencingToken(rawValue: try row.value("token"))
            if forClone {
                let found = try handle.query(
                    "SELECT FROM pg_catalog.pg_database WHERE datname = $1", [.text(token.temporaryDatabase)])
                guard found.isEmpty else {
                    reason = "The database '\(token.temporaryDatabase)' exists already."
                    continue
                }
            }
            if try token.advisoryLock.tryTake(on: handle) { return token }
            reason = try token.advisoryLock.holders(on: handle)
        }
        throw PostgresError(
            sqlState: .lockNotAvailable,
            message:
                "An operation needs an advisory lock of the control database, and the next \(attempts) are taken. \(reason)"
        )
    }

    /// Takes the operation's lock if nobody holds it.
    func tryLock(on handle: borrowing ConnectionHandle) throws -> Bool {
        try advisoryLock.tryTake(on: handle)
    }

    func unlock(on handle: borrowing ConnectionHandle) throws {
        try advisoryLock.release(on: handle)
    }
}
