public import BranchingCore
import Logging

extension PostgresBranchService {
    /// Records a new branch and leaves the work to ``run()``.
    public func create(_ request: BranchRequest) async throws(BranchError) -> Branch {
        try await BranchError.translating {
            guard let key = request.idempotencyKey else { return try await start(request) }
            if let made = try await made(with: key, as: request.name) { return made }
            do { return try await start(request) } catch {
                // Another request with the key may have come first.
                guard let made = try await made(with: key, as: request.name) else { throw error }
                return made
            }
        }
    }

    private func made(with key: IdempotencyKey, as name: BranchName) async throws -> Branch? {
        try await requireControl().run { try BranchRecord.made(with: key, as: name, on: $0)?.branch }
    }

    private func start(_ request: BranchRequest) async throws -> Branch {
        let (source, control) = try await admit(request)
        let (session, record) = try await begin(request, source: source, control: control)
        let operation = CreateOperation(
            session: session, request: request, source: source, control: control, configuration: configuration,
            running: running, logger: logger)
        configuration.failPoint?.pass(.createStarted)
        if !runner.enqueue({ await operation.run() }) {
            await operation.abandon(because: OperationError.interrupted)
            throw BranchError.unavailable("The server is stopping. Create the branch once it runs again.")
        }
        logger.info("branch is being created", metadata: ["branch": "\(request.name)"])
        return record.branch
    }

    /// Reports what a create would do. Reads the source, and changes nothing.
    public func plan(_ request: BranchRequest) async throws(BranchError) -> ClonePlan {
        try await BranchError.translating {
            let (source, control) = try await admit(request)
            return try await control.withSession(named: "ayb") { session in
                let planner = ClonePlanner(control: session, logger: logger)
                guard source.isElsewhere else { return try await planner.plan(request, source: source) }
                return try await foreign.run { try await planner.plan(request, source: source) }
            }
        }
    }

    /// Refuses what can be refused without its own session.
    private func admit(_ request: BranchRequest) async throws -> (CloneSource, ControlDatabase) {
        try request.validate()
        let control = try requireControl()
        let source = try await resolve(request.source)
        try await control.run { try Self.requireFree(request.name, on: $0) }
        return (source, control)
    }

    private static func requireFree(_ name: BranchName, on handle: borrowing ConnectionHandle) throws {
        let owner = try BranchRecord.owner(ofNameOrDatabaseOf: name, on: handle)
        if let owner {
            throw owner.name == name
                ? BranchError.nameTaken(name) : .databaseTaken(database: name.databaseName, by: owner.name)
        }
        let foreign = try BranchDatabase.find(name.databaseName, on: handle)
        if foreign != nil { throw BranchError.databaseTaken(database: name.databaseName, by: nil) }
    }

    /// In one transaction, writes the record, notes the temporary database and takes the operation's lock: nobody sees
    /// the record without its lock.
    private func begin(
        _ request: BranchRequest, source: CloneSource, control: ControlDatabase
    ) async throws -> (OperationSession, BranchRecord) {
        let connection = try await control.session(named: "ayb-starting")
        let record = try await connection.closingOnFailure {
            try await $0.run { handle in
                try handle.transaction { try Self.insert(request, source: source, on: $0) }
            }
        }
        let session = OperationSession(connection: connection, branch: record.id, token: record.lifecycle.operation)
        return (session, record)
    }

    private static func insert(
        _ request: BranchRequest, source: CloneSource, on handle: borrowing ConnectionHandle
    ) throws -> BranchRecord {
        let id = BranchID.random()
        do {
            if let key = request.idempotencyKey, try IdempotencyRow.claim(key, for: id.rawValue, on: handle) != nil {
                throw IdempotencyRow.Conflict()
            }
            try BranchRecord.requireRoom(for: request.owner, on: handle)
            let token = try FencingToken.claim(forClone: true, on: handle)
            let record = try BranchRecord.insert(
                id, request: request, sourceDatabase: source.database, token: token, on: handle)
            _ = try TemporaryDatabase.note(token, of: record.id, on: handle)
            return record
        } catch let error as PostgresError where error.constraint == "branch_name_key" {
            throw BranchError.nameTaken(request.name)
        } catch let error as PostgresError where error.constraint == "branch_database_key" {
            throw BranchError.databaseTaken(database: request.name.databaseName, by: nil)
        }
    }
}
