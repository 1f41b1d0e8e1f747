import BranchingCore
import DumpText
import Logging
import SQLText

/// The database that a migration is tried in: a temporary database in the cluster of the original.
///
/// In the server's own cluster the control database records it, and the reconciler drops it after a crash. In another
/// cluster a comment marks it; the next verification there drops marked databases that nobody works on.
struct VerificationDatabase: Sendable {
    let token: FencingToken
    /// A session on another database of the cluster: makes and drops the database, and shows that the work goes on.
    let session: PostgresConnection
    /// How the session was made.
    let sessionParameters: ConnectionParameters
    /// Its record, if it has one.
    let record: TemporaryDatabase?
    let logger: Logger

    /// Its name.
    var name: String { token.temporaryDatabase }

    private static let comment = "ayb verification"

    /// Takes a name in the server's own cluster.
    static func reserve(in control: ControlDatabase, logger: Logger) async throws -> VerificationDatabase {
        try await BranchError.translating {
            let session = try await control.session(named: "ayb-verifying")
            let record = try await session.closingOnFailure {
                try await $0.run { handle in try handle.transaction { try note(on: $0) } }
            }
            return VerificationDatabase(
                token: record.token, session: session,
                sessionParameters: control.server.connecting(to: control.name), record: record, logger: logger)
        }
    }

    /// Takes a name in the cluster of a database.
    static func reserve(
        beside parameters: ConnectionParameters, logger: Logger
    ) async throws -> VerificationDatabase {
        let token = FencingToken(rawValue: Int64.random(in: 1...(1 << 52)))
        let session = try await PostgresConnection.connect(
            to: parameters.named(token.applicationName), logger: logger)
        try await session.closingOnFailure { try await removeLeftovers(on: $0, logger: logger) }
        return VerificationDatabase(
            token: token, session: session, sessionParameters: parameters, record: nil, logger: logger)
    }

    /// Like ``PostgresBranchService/create(_:)``: nobody sees the note before its worker holds the lock.
    private static func note(on handle: borrowing ConnectionHandle) throws -> TemporaryDatabase {
        try TemporaryDatabase.note(FencingToken.claim(forClone: true, on: handle), of: .random(), on: handle)
    }

    private static func removeLeftovers(on session: PostgresConnection, logger: Logger) async throws {
        let rows = try await session.query(
            """
            SELECT d.datname FROM pg_catalog.pg_database AS d
            WHERE pg_catalog.starts_with(d.datname::text, $1) AND pg_catalog.pg_has_role(d.datdba, 'USAGE')
              AND pg_catalog.shobj_description(d.oid, 'pg_database') = $2
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity AS a
                              WHERE a.application_name = 'ayb-op-' || substr(d.datname, length($1) + 1))
            """, [.text(FencingToken.temporaryDatabasePrefix), .text(comment)])
        for row in rows {
            let name: String = try row.value("datname")
            logger.notice("a database that a verification left is removed", metadata: ["database": "\(name)"])
            try await DatabaseRemoval.drop(name, on: session)
        }
    }
}

extension VerificationDatabase {
    /// Makes the empty database, with the locale and in the tablespace of the original.
    ///
    /// A schema reveals much, and not everybody may see the original: only our role can enter the copy.
    ///
    /// - Parameters:
    ///   - hasPublicSchema: Whether the original has it, as a new database does.
    ///   - roles: The roles of its cluster.
    func create(
        like properties: DatabaseProperties, hasPublicSchema: Bool, roles: TargetRoles,
        parameters: ConnectionParameters
    ) async throws {
        let locale = properties.locale.options(majorVersion: session.facts.majorVersion)
        let tablespace = properties.tablespace.map { " TABLESPACE \(SQLIdentifier.quoted($0))" } ?? ""
        let database = UnpublishedDatabase(name: name)
        try await database.create("TEMPLATE template0 \(locale)\(tablespace)", comment: Self.comment, on: session)
        try await database.open(owner: UnpublishedDatabase.owner(properties, roles: roles), on: session)
        guard !hasPublicSchema else { return }
        try await withConnection(parameters) { connection in
            _ = try await connection.query("DROP SCHEMA public")
        }
    }

    /// Uses a connection to the database, and closes it.
    func withConnection<Value: Sendable>(
        _ parameters: ConnectionParameters, _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await PostgresConnection.withSession(
            to: parameters.connecting(to: name).named(token.applicationName), logger: logger, body)
    }

    /// Drops the database, even if the task was cancelled or the session is gone.
    func remove() async {
        await shielded { [self] in
            do {
                if await session.isUsable {
                    try await remove(on: session)
                } else {
                    try await PostgresConnection.withSession(to: sessionParameters, logger: logger) {
                        try await remove(on: $0)
                    }
                }
            } catch {
                logger.warning(
                    "the copy of a verification could not be removed yet",
                    metadata: ["database": "\(name)", "why": "\(error)"])
            }
        }
        await session.close()
    }

    private func remove(on connection: PostgresConnection) async throws {
        if let record {
            try await DatabaseRemoval.remove(record, on: connection)
        } else {
            try await DatabaseRemoval.endSessions(of: token, on: connection)
            try await DatabaseRemoval.drop(name, on: connection)
        }
    }
}
