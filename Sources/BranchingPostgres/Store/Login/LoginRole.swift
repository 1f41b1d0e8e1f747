import BranchingCore
import CLibpq
import SQLText

/// The PostgreSQL role of one branch: made and dropped in the transactions that write the branch's record.
///
/// Its comment says that it is ours, and of which control database. A role without that comment is never dropped.
struct LoginRole: Sendable, Hashable {
    let branch: BranchID

    /// Its name.
    var name: String { BranchLogin.role(of: branch) }

    /// What the comment of a login begins with; the branch's id and the control database follow.
    static let commentPrefix = "ayb login of branch "

    /// Makes the role, with our role as a member of it, so that it can give objects to the login and work in the branch.
    ///
    /// There is no VALID UNTIL, as branches have no expiry.
    ///
    /// - Parameters:
    ///   - owner: The role that it takes the place of.
    ///   - handle: A session on the control database, in a transaction.
    func make(inPlaceOf owner: String, on handle: borrowing ConnectionHandle) throws {
        let quoted = SQLIdentifier.quoted(name)
        let record = try LoginRecord.make(for: branch, role: name, inPlaceOf: owner, on: handle)
        let verifier = try Self.verifier(of: record.password, for: name, on: handle)
        try handle.query(
            "CREATE ROLE \(quoted) LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD \(SQLIdentifier.literal(verifier))"
        )
        // Since 16, whoever makes a role may grant it, but has its privileges only by a grant (manual, CREATE ROLE).
        let options = handle.facts().majorVersion < 16 ? "" : " WITH INHERIT TRUE, SET TRUE"
        try handle.query("GRANT \(quoted) TO CURRENT_USER\(options)")
        try handle.query("COMMENT ON ROLE \(quoted) IS \(SQLIdentifier.literal(comment(on: handle)))")
    }

    /// Drops the role and forgets it, if there is one. If something still depends on it, it can log in no more, and the
    /// reconciler drops it later.
    ///
    /// - Parameter handle: A session on the control database, in a transaction.
    func retire(on handle: borrowing ConnectionHandle) throws {
        guard try LoginRecord.remove(of: branch, on: handle), try isOurs(on: handle) else { return }
        let quoted = SQLIdentifier.quoted(name)
        for statement in ["DROP ROLE \(quoted)", "ALTER ROLE \(quoted) NOLOGIN PASSWORD NULL"] {
            try handle.query("SAVEPOINT ayb_login")
            do {
                try handle.query(statement)
                return
            } catch let error as PostgresError where Self.postpones(error) {
                try handle.query("ROLLBACK TO SAVEPOINT ayb_login")
            }
        }
    }

    /// Whether a drop that fails so is left to the reconciler: objects depend on the role, or our role lost CREATEROLE.
    private static func postpones(_ error: PostgresError) -> Bool {
        [.dependentObjectsStillExist, .insufficientPrivilege].contains(error.sqlState)
    }

    private func comment(on handle: borrowing ConnectionHandle) -> String {
        "\(Self.commentPrefix)\(branch.rawValue) in \(handle.facts().database)"
    }

    /// The control database may have had another name when the role was made.
    private func isOurs(on handle: borrowing ConnectionHandle) throws -> Bool {
        let found = try handle.query(
            """
            SELECT FROM pg_catalog.pg_roles
            WHERE rolname = $1 AND pg_catalog.starts_with(pg_catalog.shobj_description(oid, 'pg_authid'), $2)
            """, [.text(name), .text("\(Self.commentPrefix)\(branch.rawValue) in ")])
        return !found.isEmpty
    }

    /// Whether it owns or may do something anywhere, such as in a database that was renamed or restored.
    func isUsed(on handle: borrowing ConnectionHandle) throws -> Bool {
        let found = try handle.query(
            """
            SELECT FROM pg_catalog.pg_shdepend AS d JOIN pg_catalog.pg_roles AS r ON r.oid = d.refobjid
            WHERE d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND r.rolname = $1 LIMIT 1
            """, [.text(name)])
        return !found.isEmpty
    }

    /// What PostgreSQL keeps of a password (RFC 5803), so that no statement has the password itself.
    private static func verifier(
        of password: Secret, for role: String, on handle: borrowing ConnectionHandle
    ) throws -> String {
        guard let text = PQencryptPasswordConn(handle.connection, password.reveal(), role, "scram-sha-256") else {
            throw PostgresError(message: "The password of a branch's login could not be made.")
        }
        defer { PQfreemem(text) }
        return String(cString: text)
    }
}
