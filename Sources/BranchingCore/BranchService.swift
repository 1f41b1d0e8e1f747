/// Branches of a database: the port where the adapters meet.
///
/// `BranchingPostgres` implements it on PostgreSQL, `BranchingHTTP` offers it as a REST API. An implementation may be
/// called from many tasks at once, and any number of them may work on one cluster.
public protocol BranchService: Sendable {
    /// All branches, oldest first.
    ///
    /// - Parameter status: only those with this status; nil for all.
    func branches(status: BranchStatus?) async throws(BranchError) -> [Branch]

    /// The branch of that name.
    ///
    /// - Throws: ``BranchError/notFound(_:)``.
    func branch(_ name: BranchName) async throws(BranchError) -> Branch

    /// Records a new branch and starts to make its database; the making goes on by itself, also where the caller is
    /// cancelled.
    ///
    /// - Returns: The record, as `creating`.
    /// - Throws: Before anything is recorded: ``BranchError/nameTaken(_:)``, ``BranchError/databaseTaken(database:by:)``,
    ///   ``BranchError/notFound(_:)`` and ``BranchError/notReady(_:)`` for a source that is a branch,
    ///   ``BranchError/invalidSource(_:)``, ``BranchError/invalidRequest(_:)``.
    func create(_ request: BranchRequest) async throws(BranchError) -> Branch

    /// Waits until a branch is no longer `creating`.
    ///
    /// - Returns: The record, as `ready`.
    /// - Throws: ``BranchError/failed(_:)`` with the record; ``BranchError/deleted(_:)``; at once where the caller is
    ///   cancelled, ``BranchError/unavailable(_:)``, and the making goes on.
    func settled(_ branch: Branch) async throws(BranchError) -> Branch

    /// Tells what ``create(_:)`` would do, and changes nothing.
    ///
    /// - Throws: What `create` throws, and ``BranchError/sourceUnreachable(_:)``.
    func plan(_ request: BranchRequest) async throws(BranchError) -> ClonePlan

    /// Deletes a branch and its database; a create that is under way is stopped. Returns when nothing is left.
    ///
    /// - Parameters:
    ///   - name: The branch.
    ///   - force: Removes the record also where its database is gone or was replaced (a database that is not ours is
    ///     left as it is), and a branch database of ours that has no record.
    /// - Throws: ``BranchError/notFound(_:)``, ``BranchError/blocked(_:by:)``, ``BranchError/databaseNotOurs(database:)``.
    func delete(_ name: BranchName, force: Bool) async throws(BranchError)

    /// How to connect to the database of a branch.
    ///
    /// - Throws: ``BranchError/notFound(_:)``, ``BranchError/notReady(_:)``.
    func connection(to name: BranchName) async throws(BranchError) -> BranchConnection

    /// Compares the schemas of two databases, and writes the SQL that turns the first into the second. Both are only read;
    /// to verify the SQL, a copy of the first without its rows is made beside it and removed again.
    ///
    /// - Returns: The report, in which a connection string stands without its password.
    /// - Throws: ``BranchError/notFound(_:)`` and ``BranchError/notReady(_:)`` for a branch;
    ///   ``BranchError/invalidSource(_:)`` and ``BranchError/sourceUnreachable(_:)`` for a connection string, the latter
    ///   also for a database that goes away while it is read; ``BranchError/insufficientPrivilege(_:)`` where a role may
    ///   not read what it must, or may not make the copy; ``BranchError/unsupportedObjects(_:)`` where the request is
    ///   strict; ``BranchError/verificationFailed(_:)`` where the SQL could not be tried; ``BranchError/unavailable(_:)``
    ///   where the caller is cancelled.
    func diff(_ request: DiffRequest) async throws(BranchError) -> DiffReport

    /// What a source is called where others read it, as in logs: the name of a branch, or a connection string without its
    /// password.
    func displayName(of source: BranchSource) async -> String

    /// What the service is and whether it can work. Never fails: what is wrong is part of the answer.
    func status() async -> ServiceStatus
}

extension BranchService {
    /// The name of a branch; of a connection string nothing, since only the adapter understands it.
    public func displayName(of source: BranchSource) async -> String {
        switch source {
        case .main: "main"
        case .branch(let name): name.rawValue
        case .database: "a connection string"
        }
    }
}
