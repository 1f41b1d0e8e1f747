/// Branches of a database: the port where the adapters meet.
///
/// `BranchingPostgres` implements it on PostgreSQL, `BranchingHTTP` offers it as a REST API. An implementation may be
/// called from many tasks at once, and any number of them may work on one cluster.
public protocol BranchService: Sendable {
    /// Branches, oldest first.
    func branches(_ filter: BranchFilter) async throws(BranchError) -> [Branch]

    /// How many branches there are, by status; none is no member.
    func counts() async throws(BranchError) -> [BranchStatus: Int]

    /// The branch of that name.
    ///
    /// - Throws: ``BranchError/notFound(_:)``.
    func branch(_ name: BranchName) async throws(BranchError) -> Branch

    /// What changed since a position, so that whoever calls again and again misses nothing, whichever server answers.
    ///
    /// A change may come twice; its branch then has the same ``Branch/revision``.
    ///
    /// - Parameter position: The position of an earlier answer. If it is nil, or nobody can continue from there any
    ///   more, the answer has all branches.
    func changes(since position: ChangePosition?) async throws(BranchError) -> BranchChanges

    /// Records a new branch and starts making its database, which goes on even if the caller is cancelled.
    ///
    /// A request whose ``BranchRequest/idempotencyKey`` was used before makes nothing, and returns what that one made.
    ///
    /// - Returns: The record, as `creating`.
    /// - Throws: Before anything is recorded: ``BranchError/nameTaken(_:)``, ``BranchError/databaseTaken(database:by:)``,
    ///   ``BranchError/notFound(_:)`` and ``BranchError/notReady(_:)`` for a source that is a branch,
    ///   ``BranchError/invalidSource(_:)``, ``BranchError/invalidRequest(_:)``,
    ///   ``BranchError/idempotencyKeyReused``; ``BranchError/deleted(_:)`` if what it made before is deleted.
    func create(_ request: BranchRequest) async throws(BranchError) -> Branch

    /// Waits until a branch is no longer `creating`.
    ///
    /// - Returns: The record, as `ready`.
    /// - Throws: ``BranchError/failed(_:)`` with the record; ``BranchError/deleted(_:)``;
    ///   ``BranchError/unavailable(_:)`` at once if the caller is cancelled, while the making goes on.
    func settled(_ branch: Branch) async throws(BranchError) -> Branch

    /// Says what ``create(_:)`` would do, and changes nothing.
    ///
    /// - Throws: What `create` throws, and ``BranchError/sourceUnreachable(_:)``.
    func plan(_ request: BranchRequest) async throws(BranchError) -> ClonePlan

    /// Deletes a branch and its database; a create that is under way is stopped. Returns when nothing is left.
    ///
    /// - Parameters:
    ///   - name: The branch.
    ///   - force: Also removes the record if its database is gone or was replaced (one that is not ours is left as it
    ///     is), and a branch database of ours that has no record.
    ///   - versions: Deletes only one of these versions of the record; nil for any.
    /// - Throws: ``BranchError/notFound(_:)``, ``BranchError/changed(_:)``, ``BranchError/blocked(_:by:)``,
    ///   ``BranchError/databaseNotOurs(database:)``.
    func delete(_ name: BranchName, force: Bool, matching versions: [BranchVersion]?) async throws(BranchError)

    /// How to connect to the database of a branch: as its login, or as the server does if it has none.
    ///
    /// - Throws: ``BranchError/notFound(_:)``, ``BranchError/notReady(_:)``.
    func connection(to name: BranchName) async throws(BranchError) -> BranchConnection

    /// How to connect to the database of a branch as the server itself does, whatever login it has. The password is
    /// the server's own, which opens more than the branch.
    ///
    /// - Throws: ``BranchError/notFound(_:)``, ``BranchError/notReady(_:)``.
    func serverConnection(to name: BranchName) async throws(BranchError) -> BranchConnection

    /// Compares the schemas of two databases, and writes the SQL that turns the first into the second. Both are only
    /// read; verifying the SQL makes a copy of the first without its rows beside it, and removes it again.
    ///
    /// - Returns: The report; connection strings in it have no password.
    /// - Throws: ``BranchError/notFound(_:)`` and ``BranchError/notReady(_:)`` for a branch;
    ///   ``BranchError/invalidSource(_:)`` and ``BranchError/sourceUnreachable(_:)`` for a connection string, the
    ///   latter also for a database that goes away while it is read; ``BranchError/insufficientPrivilege(_:)`` if a
    ///   role may not read what it must, or may not make the copy; ``BranchError/unsupportedObjects(_:)`` if the
    ///   request is strict; ``BranchError/verificationFailed(_:)`` if the SQL could not be tried;
    ///   ``BranchError/unavailable(_:)`` if the caller is cancelled.
    func diff(_ request: DiffRequest) async throws(BranchError) -> DiffReport

    /// What logs and the like call a source: the name of a branch, or a connection string without its password.
    func displayName(of source: BranchSource) async -> String

    /// What the service is and whether it can work. Never fails: what is wrong is part of the answer.
    func status() async -> ServiceStatus
}

extension BranchService {
    /// All branches, oldest first.
    ///
    /// - Parameter status: only those with this status; nil for all.
    public func branches(status: BranchStatus?) async throws(BranchError) -> [Branch] {
        try await branches(BranchFilter(status: status))
    }

    /// Deletes a branch, whatever its version.
    public func delete(_ name: BranchName, force: Bool) async throws(BranchError) {
        try await delete(name, force: force, matching: nil)
    }

    /// Counts what ``branches(status:)`` lists.
    public func counts() async throws(BranchError) -> [BranchStatus: Int] {
        try await branches(status: nil).reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
    }

    /// The name of a branch; nothing of a connection string, which only the adapter understands.
    public func displayName(of source: BranchSource) async -> String {
        switch source {
        case .main: "main"
        case .branch(let name): name.rawValue
        case .database: "a connection string"
        }
    }
}
