import BranchingCore

/// One row of `ayb.temporary_database`: a database that an operation made, or may have.
struct TemporaryDatabase: Sendable, Hashable {
    let token: FencingToken
    let branch: BranchID

    var name: String { token.temporaryDatabase }

    /// Notes a database before it is made. An existing one of that name is somebody else's.
    static func note(_ token: FencingToken, of branch: BranchID, on handle: borrowing ConnectionHandle)
        throws -> TemporaryDatabase
    {
        try handle.execute(
            "INSERT INTO ayb.temporary_database (operation, branch_id, database) VALUES ($1, $2, $3)",
            [.integer(token.rawValue), .text(branch.rawValue), .text(token.temporaryDatabase)])
        return TemporaryDatabase(token: token, branch: branch)
    }

    /// Those of one branch.
    static func all(of branch: BranchID, on handle: borrowing ConnectionHandle) throws -> [TemporaryDatabase] {
        try read(
            handle.query(
                "SELECT operation, branch_id FROM ayb.temporary_database WHERE branch_id = $1",
                [.text(branch.rawValue)]))
    }

    /// Those that no create works on now.
    static func abandoned(on handle: borrowing ConnectionHandle) throws -> [TemporaryDatabase] {
        try read(
            handle.query(
                """
                SELECT operation, branch_id FROM ayb.temporary_database AS t
                WHERE NOT EXISTS (SELECT FROM ayb.branch AS b
                                  WHERE b.id = t.branch_id AND b.phase IS NOT NULL)
                """))
    }

    private static func read(_ rows: [PostgresRow]) throws -> [TemporaryDatabase] {
        var found: [TemporaryDatabase] = []
        for row in rows {
            found.append(
                TemporaryDatabase(
                    token: FencingToken(rawValue: try row.value("operation")),
                    branch: BranchID(rawValue: try row.value("branch_id"))))
        }
        return found
    }

    /// Forgets it, once it is gone or has its final name.
    func forget(on handle: borrowing ConnectionHandle) throws {
        try handle.execute("DELETE FROM ayb.temporary_database WHERE operation = $1", [.integer(token.rawValue)])
    }
}
