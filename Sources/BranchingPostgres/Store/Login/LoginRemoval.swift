import BranchingCore
import Logging
import SQLText

/// Ends and drops logins.
struct LoginRemoval: Sendable {
    let logger: Logger

    /// Lets nobody log in as a branch's login any more, if it has one, and ends its sessions, on whatever database they are.
    ///
    /// - Parameter connection: A session on the control database.
    static func disable(loginOf branch: BranchID, on connection: PostgresConnection) async throws {
        guard let login = try await connection.run({ try LoginRecord.find(of: branch, on: $0) }) else { return }
        do {
            try await connection.query("ALTER ROLE \(SQLIdentifier.quoted(login.role)) NOLOGIN")
        } catch let error as PostgresError where [.undefinedObject, .insufficientPrivilege].contains(error.sqlState) {
            // Somebody dropped it, or took CREATEROLE from our role.
            return
        }
        let deadline = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < deadline {
            let left = try await connection.query(
                """
                SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE usename = $1
                """, [.text(login.role)])
            if left.isEmpty { return }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Drops the roles that are ours by their comment and that no record names, once nothing depends on them: their
    /// databases were still there when their records went.
    func removeUnrecorded(in control: ControlDatabase) async throws {
        let roles = try await control.run { try Self.unrecorded(on: $0) }
        for role in roles {
            do {
                try await control.run { _ = try $0.query("DROP ROLE IF EXISTS \(SQLIdentifier.quoted(role))") }
                logger.notice("the login of a branch that is gone is dropped", metadata: ["role": "\(role)"])
            } catch {
                logger.warning(
                    "the login of a branch that is gone cannot be dropped yet",
                    metadata: ["role": "\(role)", "why": "\(BranchError(error))"])
            }
        }
    }

    private static func unrecorded(on handle: borrowing ConnectionHandle) throws -> [String] {
        let rows = try handle.query(
            """
            SELECT r.rolname FROM pg_catalog.pg_roles AS r
            WHERE pg_catalog.starts_with(r.rolname::text, $1)
              AND pg_catalog.shobj_description(r.oid, 'pg_authid')
                  = $2 || substr(r.rolname::text, length($1) + 1) || ' in ' || pg_catalog.current_database()
              AND NOT EXISTS (SELECT FROM ayb.branch_login AS l WHERE l.role = r.rolname)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_shdepend AS d
                              WHERE d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND d.refobjid = r.oid)
            ORDER BY 1
            """,
            [.text(BranchLogin.rolePrefix), .text(LoginRole.commentPrefix + BranchID.prefix)])
        var roles: [String] = []
        for row in rows { roles.append(try row.value("rolname")) }
        return roles
    }
}
