import BranchingCore

/// What to do with an operation whose process is gone.
enum Takeover: Sendable {
    case abandonCreate
    case finishDelete

    /// Takes an operation over, if nobody holds its lock and its record has not changed.
    static func attempt(_ record: BranchRecord, on connection: PostgresConnection) async throws -> (
        OperationSession, Takeover
    )? {
        let taken = try await connection.run { handle in
            try handle.transaction { try make(record, on: $0) }
        }
        return taken.map { (OperationSession(connection: connection, branch: record.id, token: $0), $1) }
    }

    private static func make(_ record: BranchRecord, on handle: borrowing ConnectionHandle) throws -> (
        FencingToken, Takeover
    )? {
        let former = record.lifecycle.operation
        guard try former.tryLock(on: handle) else { return nil }
        guard var current = try BranchRecord.find(record.id, on: handle), current.lifecycle.operation == former else {
            return nil
        }
        // Locked before the record names it, so nobody finds it unlocked.
        let token = try FencingToken.next(on: handle)
        let takeover: Takeover
        switch current.lifecycle.handle(.ownerLost(successor: token)) {
        case .abandonCreate: takeover = .abandonCreate
        case .finishDelete: takeover = .finishDelete
        case .record, .remove, .stop: return nil
        }
        guard try current.save(replacing: former, on: handle) else { return nil }
        return (token, takeover)
    }
}
