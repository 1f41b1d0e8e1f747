import BranchingCore
import Logging
import SchemaCatalog
import SchemaModel

/// One of the two databases of a comparison, once its name or connection string is understood.
struct DiffOperand: Sendable {
    /// What was read from it.
    struct Contents: Sendable {
        let schema: DatabaseSchema
        let facts: ConnectionFacts
    }

    /// What it was given as.
    let source: BranchSource
    /// How it is reached.
    let parameters: ConnectionParameters
    /// The object id of its database, if it is a branch's.
    var databaseOID: Int64?
    /// Bounds the connections to databases that users name; nil for our own.
    var foreign: ForeignConnections?
    /// The login of its branch, which counts as the role whose place it takes.
    var login: LoginStandIn?

    /// The first version that is read.
    static let oldestVersion = 13

    /// Its name in reports and errors: never with a password.
    var name: String {
        switch source {
        case .main: "main"
        case .branch(let name): name.rawValue
        case .database: parameters.redactedURL
        }
    }

    /// Whether it was given as a connection string, so that it may be in another cluster.
    var isElsewhere: Bool {
        if case .database = source { true } else { false }
    }

    /// Reads its schema on a new connection, which is closed afterwards.
    func read(logger: Logger) async throws -> Contents {
        try await withConnection(logger: logger) { connection in
            let schema = try await CatalogReader().read(connection)
            return Contents(schema: login?.replaced(in: schema) ?? schema, facts: connection.facts)
        }
    }

    /// Opens a connection, uses it, and closes it.
    func withConnection<Value: Sendable>(
        logger: Logger, _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        guard let foreign else { return try await withOwnConnection(logger: logger, body) }
        return try await foreign.run {
            try await withOwnConnection(logger: logger, body)
        }
    }

    private func withOwnConnection<Value: Sendable>(
        logger: Logger, _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let connection: PostgresConnection
        do {
            connection = try await PostgresConnection.connect(to: parameters.readingTablesOnly, logger: logger)
        } catch let error as PostgresError {
            throw failure(error, "cannot be reached")
        }
        return try await connection.closing { connection in
            guard connection.facts.majorVersion >= Self.oldestVersion else {
                throw BranchError.invalidSource(
                    "'\(name)' runs PostgreSQL \(connection.facts.majorVersion). Schemas are compared from \(Self.oldestVersion) on."
                )
            }
            try await requireDatabase(connection)
            do {
                return try await body(connection)
            } catch let error as PostgresError {
                throw failure(error, "went away while it was read", user: connection.facts.user)
            }
        }
    }

    /// A branch's name may refer to another database by now.
    private func requireDatabase(_ connection: PostgresConnection) async throws {
        guard let databaseOID else { return }
        let rows: [PostgresRow]
        do {
            rows = try await connection.query(
                "SELECT FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database() AND oid = $1::bigint::oid",
                [.integer(databaseOID)])
        } catch let error as PostgresError {
            throw failure(error, "went away while it was read")
        }
        guard rows.isEmpty else { return }
        throw BranchError.unavailable(
            "The database of '\(name)' is not the one that ayb made: somebody replaced it.")
    }

    /// A user's server that does not answer, or does not stop, is a source that cannot be reached.
    private func limitReached(_ error: PostgresError) -> BranchError {
        let text = "The schema of '\(name)' could not be read: \(error)"
        if case .database = source { return .sourceUnreachable(text) }
        return .unavailable(text)
    }

    /// The error of the domain, by the code.
    func failure(_ error: PostgresError, _ what: String, user: String? = nil) -> BranchError {
        if Task.isCancelled { return .unavailable("The comparison was stopped.") }
        if error.sqlState == .insufficientPrivilege {
            let role = user.map { "role '\($0)'" } ?? "role"
            return .insufficientPrivilege(
                "The \(role) may not read the schema of '\(name)': \(error). Compare with a role that may read the system catalogs, such as the owner of the database."
            )
        }
        if error.sqlState == .lockNotAvailable {
            return .unavailable("A table of '\(name)' is locked, so its schema cannot be read: \(error)")
        }
        if error.sqlState == .programLimitExceeded || error.sqlState == .queryCanceled {
            return limitReached(error)
        }
        guard error.isUnavailability || error.sqlState == .invalidCatalogName else {
            return .unexpected("The schema of '\(name)' cannot be read: \(error)")
        }
        let text = "The database '\(name)' \(what): \(error)"
        if case .database = source { return .sourceUnreachable(text) }
        return .unavailable(text)
    }
}
