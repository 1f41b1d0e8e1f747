import DumpText
import SQLText

/// A database in the making, which only our role can enter until it is whole: its content may be protected by
/// privileges that come last.
struct UnpublishedDatabase: Sendable {
    let name: String

    private var quoted: String { SQLIdentifier.quoted(name) }

    /// Makes it, closed to everybody: at no moment can anybody connect.
    ///
    /// - Parameters:
    ///   - options: Those of `CREATE DATABASE`.
    ///   - comment: Its comment from the start.
    ///   - session: A session on another database.
    func create(_ options: String, comment: String? = nil, on session: PostgresConnection) async throws {
        try await session.queryAtLength("CREATE DATABASE \(quoted) \(options) ALLOW_CONNECTIONS false")
        if let comment {
            try await session.query("COMMENT ON DATABASE \(quoted) IS \(SQLIdentifier.literal(comment))")
        }
        try await session.query("REVOKE ALL ON DATABASE \(quoted) FROM PUBLIC")
    }

    /// Lets only our role in, to fill it.
    ///
    /// - Parameter owner: The owner from now on, if our role may act as them; nil for our role. It determines who may
    ///   make objects in the schema public (manual, predefined role `pg_database_owner`, from 15 on).
    func open(owner: String?, on session: PostgresConnection) async throws {
        if let owner {
            try await session.query("ALTER DATABASE \(quoted) OWNER TO \(SQLIdentifier.quoted(owner))")
            // Not CREATE: the owner of a publication needs it.
            try await session.query("REVOKE CONNECT ON DATABASE \(quoted) FROM \(SQLIdentifier.quoted(owner))")
            try await session.query("GRANT ALL ON DATABASE \(quoted) TO CURRENT_USER")
        }
        try await session.query("ALTER DATABASE \(quoted) ALLOW_CONNECTIONS true")
    }

    /// Closes it to everybody, and ends the sessions on it.
    ///
    /// - Returns: The sessions that our role may not end.
    func close(on session: PostgresConnection) async throws -> [DatabaseSessions.Left] {
        try await session.query("ALTER DATABASE \(quoted) ALLOW_CONNECTIONS false")
        return try await DatabaseSessions.end(on: name, within: .seconds(10), over: session)
    }

    /// The role to own a database like the source's: its owner, if our role may act as them.
    static func owner(_ properties: DatabaseProperties, roles: TargetRoles) -> String? {
        roles.assignable.contains(properties.owner) ? properties.owner : nil
    }
}
