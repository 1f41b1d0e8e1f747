import BranchingCore
import FoundationEssentials

/// One row of `ayb.branch`: the branch as users see it, and what only its operations see.
struct BranchRecord: Sendable {
    var id: BranchID
    var name: BranchName
    var branchDatabase: String
    /// The object id of the branch database; nil until it is published.
    var databaseOID: Int64?
    var sourceDatabase: String
    var lifecycle: BranchLifecycle
    var errorMessage: String?
    var strategy: CloneStrategy?
    var strategyReason: String?
    /// How far a create has come; its phase is that of the lifecycle.
    var progress: BranchProgress
    var sizeBytes: Int64?
    /// The id of the key that made it; nil for the root token.
    var owner: String?
    /// Its PostgreSQL role, if it has one.
    var login: BranchLogin?
    var createdAt: Date
    var updatedAt: Date
    /// The transaction that wrote it last.
    var revision: Int64

    /// The columns that ``init(_:)`` reads.
    static let columns = """
        id, name, branch_database, database_oid, source_database, status, phase, failure, error_message, operation, strategy,
        strategy_reason, bytes_done, bytes_total, tables_done, tables_total, indexes_done, indexes_total, seconds_left,
        size_bytes, owner, login_role, login_connects, login_reads_elsewhere, revision,
        extract(epoch FROM created_at) AS created_at, extract(epoch FROM updated_at) AS updated_at
        """

    init(_ row: PostgresRow) throws {
        id = BranchID(rawValue: try row.value("id"))
        do { name = try BranchName(try row.value("name")) } catch { throw PostgresError(message: "\(error)") }
        branchDatabase = try row.value("branch_database")
        databaseOID = try row.optional("database_oid")
        sourceDatabase = try row.value("source_database")
        guard let status = BranchStatus(rawValue: try row.value("status")) else {
            throw PostgresError(message: "The record of '\(name)' has a status that this version does not know.")
        }
        lifecycle = BranchLifecycle(
            status: status, phase: try row.optional("phase", as: String.self).flatMap(BranchPhase.init),
            failure: try row.optional("failure", as: String.self).flatMap(FailureCode.init),
            operation: FencingToken(rawValue: try row.value("operation")))
        errorMessage = try row.optional("error_message")
        strategy = try row.optional("strategy", as: String.self).flatMap(CloneStrategy.init)
        strategyReason = try row.optional("strategy_reason")
        progress = try Self.progress(row, lifecycle)
        sizeBytes = try row.optional("size_bytes")
        owner = try row.optional("owner")
        login = try row.optional("login_role").map { role in
            BranchLogin(
                role: role, connectsToSource: try row.value("login_connects"),
                readsElsewhere: try row.list("login_reads_elsewhere"))
        }
        createdAt = try row.value("created_at")
        updatedAt = try row.value("updated_at")
        revision = try row.value("revision")
    }

    /// Only a create has progress, and most records of a list are ready.
    private static func progress(_ row: PostgresRow, _ lifecycle: BranchLifecycle) throws -> BranchProgress {
        guard lifecycle.status == .creating else { return BranchProgress(phase: lifecycle.phase ?? .starting) }
        return BranchProgress(
            phase: lifecycle.phase ?? .starting, bytesDone: try row.value("bytes_done"),
            bytesTotal: try row.value("bytes_total"), tablesDone: try row.optional("tables_done"),
            tablesTotal: try row.optional("tables_total"), indexesDone: try row.optional("indexes_done"),
            indexesTotal: try row.optional("indexes_total"), secondsLeft: try row.optional("seconds_left"))
    }

    /// The branch as users see it.
    var branch: Branch {
        let isCreating = lifecycle.status == .creating
        return Branch(
            id: id, name: name, sourceDatabase: sourceDatabase, branchDatabase: branchDatabase,
            status: lifecycle.status, createdAt: createdAt, updatedAt: updatedAt, errorCode: lifecycle.failure,
            errorMessage: errorMessage, strategy: strategy, strategyReason: strategyReason, sizeBytes: sizeBytes,
            progress: isCreating ? progress : nil, owner: owner, login: login, revision: revision)
    }
}
