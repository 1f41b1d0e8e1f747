public import BranchingCore
import Logging

extension PostgresBranchService {
    /// Records a new branch and hands its making to ``run()``.
    public func create(_ request: BranchRequest) async throws(BranchError) -> Branch {
        try request.validate()
        let source = try await resolve(request)
        let control = try requireControl()
        // Most refusals need no session of their own.
        try await control.run { (handle) throws(BranchError) in try Self.requireFree(request.name, on: handle) }
        let (session, record) = try await begin(request, source: source, control: control)
        let operation = CreateOperation(
            session: session, request: request, source: source, control: control, configuration: configuration,
            running: running, logger: logger)
        configuration.failPoint?.pass(.createStarted)
        if !runner.enqueue({ await operation.run() }) {
            await operation.abandon(because: .interrupted)
            throw .unavailable("The server is stopping. Create the branch once it runs again.")
        }
        logger.info("branch is being created", metadata: ["branch": "\(request.name)"])
        return record.branch
    }

    /// Tells what a create would do. Looks at the source, and changes nothing.
    public func plan(_ request: BranchRequest) async throws(BranchError) -> ClonePlan {
        try request.validate()
        let source = try await resolve(request)
        let control = try requireControl()
        try await control.run { (handle) throws(BranchError) in try Self.requireFree(request.name, on: handle) }
        let session = try await control.session(named: "ayb")
        let planner = ClonePlanner(control: session, logger: logger)
        do throws(BranchError) {
            let plan =
                source.isElsewhere
                ? try await foreign.run { () async throws(BranchError) in
                    try await planner.plan(request, source: source).get()
                } : try await planner.plan(request, source: source).get()
            await session.close()
            return plan
        } catch {
            await session.close()
            throw error
        }
    }

    /// Understands what a branch is to be cloned from.
    private func resolve(_ request: BranchRequest) async throws(BranchError) -> CloneSource {
        let server = try requireControl().server
        switch request.source {
        case .main: return CloneSource(parameters: server, isElsewhere: false)
        case .branch(let name):
            let record = try await readyRecord(name)
            return CloneSource(
                parameters: server.connecting(to: record.branchDatabase), isElsewhere: false,
                databaseOID: record.databaseOID)
        case .database(let text):
            return CloneSource(parameters: try untrusted(text), isElsewhere: true)
        }
    }

    /// How a database is reached that a user named by a connection string.
    func untrusted(_ text: Secret) throws(BranchError) -> ConnectionParameters {
        var parameters = try ConnectionParameters.untrusted(text, allowsSockets: configuration.allowsSocketSources)
        parameters.limits = configuration.limits
        return parameters
    }

    private static func requireFree(_ name: BranchName, on handle: borrowing ConnectionHandle) throws(BranchError) {
        let owner = try BranchError.translating { () throws(PostgresError) in
            try BranchRecord.owner(ofNameOrDatabaseOf: name, on: handle)
        }
        if let owner {
            throw owner.name == name ? .nameTaken(name) : .databaseTaken(database: name.databaseName, by: owner.name)
        }
        let foreign = try BranchError.translating { () throws(PostgresError) in
            try BranchDatabase.find(name.databaseName, on: handle)
        }
        if foreign != nil { throw .databaseTaken(database: name.databaseName, by: nil) }
    }

    /// Writes the record, notes the temporary database and takes the operation's lock, in one transaction: nobody sees the
    /// record without its lock.
    private func begin(_ request: BranchRequest, source: CloneSource, control: ControlDatabase)
        async throws(BranchError) -> (OperationSession, BranchRecord)
    {
        let connection = try await control.session(named: "ayb-starting")
        do throws(BranchError) {
            let record = try await connection.run { (handle) throws(BranchError) in
                try handle.transaction(
                    { (handle) throws(BranchError) in try Self.insert(request, source: source, on: handle) },
                    mappingErrors: BranchError.init)
            }
            let session = OperationSession(
                connection: connection, branch: record.id, token: record.lifecycle.operation)
            return (session, record)
        } catch {
            await connection.close()
            throw error
        }
    }

    private static func insert(_ request: BranchRequest, source: CloneSource, on handle: borrowing ConnectionHandle)
        throws(BranchError) -> BranchRecord
    {
        do throws(PostgresError) {
            let token = try FencingToken.nextForClone(on: handle)
            try handle.query(
                "SELECT pg_catalog.set_config('application_name', $1, false)", [.text(token.applicationName)])
            let record = try BranchRecord.insert(
                .random(), request: request, sourceDatabase: source.database, token: token, on: handle)
            _ = try TemporaryDatabase.note(token, of: record.id, on: handle)
            return record
        } catch {
            switch error.constraint {
            case "branch_name_key": throw .nameTaken(request.name)
            case "branch_database_key": throw .databaseTaken(database: request.name.databaseName, by: nil)
            default: throw BranchError(error)
            }
        }
    }
}
