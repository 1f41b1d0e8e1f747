import BranchingCore

/// Where a clone comes from, once its name or connection string is understood.
struct CloneSource: Sendable, Hashable {
    /// How it is reached.
    var parameters: ConnectionParameters
    /// Whether it was given as a connection string, so that it may be in another cluster.
    var isElsewhere: Bool
    /// The object id of its database, if it is a branch's.
    var databaseOID: Int64?
    /// The login of that branch, if it has one.
    var login: LoginStandIn?

    /// Its database.
    var database: String { parameters["dbname"] ?? parameters["user"] ?? "postgres" }

    /// Makes sure that the database is still the intended one.
    ///
    /// - Throws: ``OperationError/failed(_:_:)`` with `source_unreachable`.
    func require(_ oid: Int64) throws {
        guard let databaseOID, databaseOID != oid else { return }
        throw OperationError.failed(
            .sourceUnreachable,
            "The source database '\(database)' is no longer the branch's: somebody replaced it."
        )
    }
}
