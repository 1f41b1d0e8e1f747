import BranchingCore

/// One try to make a branch's deletion ours.
enum DeletionAttempt: Sendable {
    /// It is ours; the record is as it was before.
    case taken(FencingToken, previous: BranchRecord)
    /// A living process already deletes the branch; the text says which session.
    case busy(String)
    /// There is no such branch.
    case missing

    /// Fences whatever works on the branch, in the caller's transaction.
    ///
    /// - Parameter versions: Which versions of the record may be deleted; nil for any.
    /// - Throws: ``BranchError/changed(_:)``.
    static func make(
        _ name: BranchName, matching versions: [BranchVersion]?, on handle: borrowing ConnectionHandle
    ) throws -> DeletionAttempt {
        guard let previous = try BranchRecord.find(name, locking: true, on: handle) else { return .missing }
        if let versions, !versions.contains(previous.branch.version) { throw BranchError.changed(name) }
        let former = previous.lifecycle.operation
        if previous.lifecycle.phase == .deleting {
            guard try former.tryLock(on: handle) else {
                return .busy(try former.advisoryLock.holders(on: handle))
            }
            try former.unlock(on: handle)
        }
        var record = previous
        let token = try FencingToken.claim(forClone: false, on: handle)
        guard record.lifecycle.handle(.deletionBegan(by: token)) == .record,
            try record.save(replacing: former, on: handle)
        else {
            try token.unlock(on: handle)
            return .busy("")
        }
        return .taken(token, previous: previous)
    }
}

/// Drops a branch database that has our comment but no record.
struct OrphanRemoval: Sendable {
    let connection: PostgresConnection

    /// - Returns: whether there was one.
    func run(_ name: BranchName) async throws -> Bool {
        let database = name.databaseName
        guard try await connection.run({ try Self.isOrphan(database, on: $0) }) else { return false }
        let blockers = try await connection.run { try DropBlocker.all(of: database, on: $0) }
        guard blockers.isEmpty else { throw BranchError.blocked(name, by: blockers) }
        try await DatabaseRemoval.drop(database, on: connection)
        // Its login, if it has one, has no record either: the reconciler drops it.
        return true
    }

    private static func isOrphan(_ database: String, on handle: borrowing ConnectionHandle) throws -> Bool {
        guard let branch = try BranchDatabase.find(database, on: handle)?.branch else { return false }
        return try BranchRecord.find(branch, on: handle) == nil
    }
}
