import BranchingCore

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
