import BranchingCore
import Logging
import SQLText

/// Who owns the control database, and who may enter it. Checked from another database, before entering: in somebody
/// else's database, what we do could run their code as our role.
struct ControlDatabaseAccess: Sendable {
    let name: String
    /// A session on another database of the cluster.
    let connection: PostgresConnection
    let logger: Logger

    /// Makes it if it is missing, refuses another role's, and closes it to everybody but our role.
    ///
    /// - Throws: ``BranchError/notConfigured(_:)`` if it belongs to another role.
    func prepare() async throws {
        if try await find() == nil { try await create() }
        guard let found = try await find() else {
            throw BranchError.unavailable("The control database '\(name)' was dropped while it was made. Try again.")
        }
        guard found.isOurs else { throw Self.refusal(of: name, owner: found.owner, role: found.role) }
        try await close(found)
    }

    /// The error for somebody else's control database.
    static func refusal(of name: String, owner: String, role: String) -> BranchError {
        .notConfigured(
            "The database '\(name)' belongs to the role '\(owner)', and not to '\(role)', the role of database.url. Its owner could run code as '\(role)' there, so it is not used. If it is what an ayb with the role '\(owner)' made, set database.url to that role, or give it to '\(role)' as docs/troubleshooting.md says. Otherwise drop it, or keep the records in another by branching.control_database."
        )
    }

    private struct Found: Sendable {
        var owner: String
        var role: String
        var isOurs: Bool
        /// Whether everybody may connect.
        var isPublic: Bool
        /// Whether anybody can connect.
        var isOpen: Bool
    }

    private func find() async throws -> Found? {
        try await connection.run { [name] handle in
            let rows = try handle.query(
                """
                SELECT pg_catalog.pg_get_userbyid(d.datdba) AS owner, ours.rolname AS role,
                       d.datdba = ours.oid AS is_ours, d.datallowconn AS is_open,
                       d.datacl IS NULL OR EXISTS (SELECT FROM pg_catalog.aclexplode(d.datacl) AS acl
                                                   WHERE acl.grantee = 0) AS is_public
                FROM pg_catalog.pg_database AS d, pg_catalog.pg_roles AS ours
                WHERE d.datname = $1 AND ours.rolname = current_user
                """, [.text(name)])
            guard let row = rows.first else { return nil }
            return Found(
                owner: try row.value("owner"), role: try row.value("role"), isOurs: try row.value("is_ours"),
                isPublic: try row.value("is_public"), isOpen: try row.value("is_open"))
        }
    }

    /// Nobody can enter it before ``close(_:)`` has closed it to others.
    private func create() async throws {
        do {
            try await connection.query(
                "CREATE DATABASE \(SQLIdentifier.quoted(name)) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' ALLOW_CONNECTIONS false"
            )
            logger.info("control database created", metadata: ["database": "\(name)"])
        } catch {
            // Another server was faster (manual, CREATE DATABASE: a race shows as either code).
            guard error.sqlState == .duplicateDatabase || error.sqlState == .uniqueViolation else {
                throw error
            }
        }
    }

    /// Whoever can connect can take the advisory locks by which servers agree.
    private func close(_ found: Found) async throws {
        let quoted = SQLIdentifier.quoted(name)
        var statements: [String] = []
        if found.isPublic { statements.append("REVOKE ALL ON DATABASE \(quoted) FROM PUBLIC") }
        if !found.isOpen { statements.append("ALTER DATABASE \(quoted) ALLOW_CONNECTIONS true") }
        for statement in statements {
            do {
                try await connection.query(statement)
            } catch {
                // Servers that start at once change the same row of pg_database, and PostgreSQL refuses one of them
                // (XX000, "tuple concurrently updated"): then the other has done it.
                guard let now = try await find(), !now.isPublic, now.isOpen else { throw error }
            }
        }
        if found.isPublic {
            logger.notice("the control database is closed to other roles", metadata: ["database": "\(name)"])
        }
    }
}
