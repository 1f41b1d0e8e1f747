import BranchingCore

/// One row of `ayb.branch_login`: the login of a branch. Passwords are not in `ayb.branch`, which others may be allowed to
/// read.
struct LoginRecord: Sendable {
    let branch: BranchID
    let role: String
    /// The role whose place it takes: the owner of what the branch was cloned from.
    let owner: String
    let password: Secret

    private static let columns = "branch_id, role, owner, password"

    private init(_ row: PostgresRow) throws {
        branch = BranchID(rawValue: try row.value("branch_id"))
        role = try row.value("role")
        owner = try row.value("owner")
        password = Secret(try row.value("password"))
    }

    /// Whose place it takes.
    var standIn: LoginStandIn { LoginStandIn(role: role, owner: owner) }

    /// Writes a new row with a new password of 192 bits.
    ///
    /// PostgreSQL itself makes the password, from the system's source of random numbers (`gen_random_uuid`), and sends it
    /// here: a server may log statements and their parameters, but never results.
    static func make(
        for branch: BranchID, role: String, inPlaceOf owner: String, on handle: borrowing ConnectionHandle
    ) throws -> LoginRecord {
        let rows = try handle.query(
            """
            INSERT INTO ayb.branch_login (branch_id, role, owner, password)
            VALUES ($1, $2, $3, pg_catalog.substr(pg_catalog.encode(pg_catalog.sha256(
                pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
                || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())), 'hex'), 1, 48))
            RETURNING \(columns)
            """, [.text(branch.rawValue), .text(role), .text(owner)])
        guard let row = rows.first else { throw PostgresError(message: "The login was not recorded.") }
        return try LoginRecord(row)
    }

    /// The login of a branch, if it has one.
    static func find(of branch: BranchID, on handle: borrowing ConnectionHandle) throws -> LoginRecord? {
        try handle.query(
            "SELECT \(columns) FROM ayb.branch_login WHERE branch_id = $1", [.text(branch.rawValue)]
        ).first.map(LoginRecord.init)
    }

    /// The login of the branch that has the database with that object id, if it has one.
    static func find(ofDatabase oid: Int64, on handle: borrowing ConnectionHandle) throws -> LoginRecord? {
        try handle.query(
            """
            SELECT \(columns) FROM ayb.branch_login
            WHERE branch_id IN (SELECT id FROM ayb.branch WHERE database_oid = $1::bigint::oid)
            """, [.integer(oid)]
        ).first.map(LoginRecord.init)
    }

    /// - Returns: Whether there was one.
    static func remove(of branch: BranchID, on handle: borrowing ConnectionHandle) throws -> Bool {
        try handle.execute("DELETE FROM ayb.branch_login WHERE branch_id = $1", [.text(branch.rawValue)]) == 1
    }
}
