import BranchingCore

/// Drops a branch database that bears our comment and has no record.
struct OrphanRemoval: Sendable {
    let connection: PostgresConnection

    /// - Returns: whether there was one.
    func run(_ name: BranchName) async -> Result<Bool, BranchError> {
        let database = name.databaseName
        do throws(BranchError) {
            let isOrphan = try await connection.run { (handle) throws(BranchError) in
                try BranchError.translating { () throws(PostgresError) in try Self.isOrphan(database, on: handle) }
            }
            guard isOrphan else { return .success(false) }
            let blockers = try await connection.run { (handle) throws(BranchError) in
                try BranchError.translating { () throws(PostgresError) in try DropBlocker.all(of: database, on: handle)
                }
            }
            guard blockers.isEmpty else { throw .blocked(name, by: blockers) }
            try await BranchError.translating { () async throws(PostgresError) in
                try await DatabaseRemoval.drop(database, on: connection)
            }
            return .success(true)
        } catch {
            return .failure(error)
        }
    }

    private static func isOrphan(_ database: String, on handle: borrowing ConnectionHandle) throws(PostgresError)
        -> Bool
    {
        guard let branch = try BranchDatabase.find(database, on: handle)?.branch else { return false }
        return try BranchRecord.find(branch, on: handle) == nil
    }
}
