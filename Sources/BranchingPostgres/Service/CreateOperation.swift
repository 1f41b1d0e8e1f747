import BranchingCore
import Logging

/// Makes the database of one new branch, from the recorded request to the published database.
struct CreateOperation: Sendable {
    let session: OperationSession
    let request: BranchRequest
    let source: CloneSource
    let control: ControlDatabase
    let configuration: PostgresBranchService.Configuration
    let running: RunningOperations
    let logger: Logger
    let began = ContinuousClock.now

    private var target: String { session.token.temporaryDatabase }
    private var context: Logger {
        var context = logger
        context[metadataKey: "branch"] = "\(request.name)"
        return context
    }

    /// Runs to the end: the branch is ready, or failed with nothing left of it.
    func run() async {
        running.began(session.token)
        defer { running.ended(session.token) }
        do {
            ServiceMetrics.created(try await make(), in: .now - began)
            context.info("branch is ready")
        } catch {
            await abandon(because: Task.isCancelled ? OperationError.interrupted : error)
        }
        await session.close()
    }

    /// Removes what was made, and records why.
    func abandon(because error: any Error) async {
        await shielded { [self] in
            guard let failure = FailureRecord(error) else {
                return context.notice("another operation has the branch now")
            }
            let (code, message) = (failure.code, failure.message)
            do {
                let temporary = TemporaryDatabase(token: session.token, branch: session.branch)
                try await DatabaseRemoval.removeOrLeave([temporary], on: session.connection, logger: context)
                let record = try await session.fail(.failed(code, by: session.token), because: message)
                ServiceMetrics.created(record, in: .now - began)
                context.warning("branch failed", metadata: ["code": "\(code.rawValue)", "why": "\(message)"])
            } catch {
                // The session is gone, or another operation has the branch: the reconciler, or that one, does the rest.
                running.failed(session.token, code: code, message: message)
                context.warning(
                    "branch failed, and its cleaning is left to the reconciler",
                    metadata: ["why": "\(message)", "cleaning": "\(error)"])
            }
        }
        await session.close()
    }

    private func make() async throws -> BranchRecord {
        try await CloneQueue(session: session, places: configuration.maximumConcurrentClones).wait()
        try await enter(.inspecting, .createInspecting)
        let facts = try await SourceInspector(control: session.connection, logger: logger).facts(of: source)
        var decision = try StrategyDecision.decide(request, facts: facts)
        try await note(decision, facts: facts)
        try await enter(.copying, .createCopying)
        do {
            try await copy(decision.strategy, facts: facts)
        } catch OperationError.failed(let code, _)
            where (code == .cloneFailed || code == .sourceInUse)
            && decision.strategy == .template && request.strategy == .auto && facts.login == nil
        {
            // Somebody connected to the source between the look and the copy.
            decision = StrategyDecision(
                strategy: .stream, reason: "Somebody connected to the source before it was copied.")
            try await note(decision, facts: facts)
            try await copy(.stream, facts: facts)
        }
        try await requireSameSource(facts)
        configuration.failPoint?.pass(.createCopied)
        try await enter(.configuring, .createConfiguring)
        let publication = BranchPublication(
            session: session, target: target, final: request.name.databaseName, logger: context)
        let login = try await withWorker { worker in
            let made = try await LoginCreation(
                session: session, facts: facts, target: target, control: control, configuration: configuration,
                logger: context
            ).run(on: worker)
            try await publication.close(on: worker)
            try await DatabaseConfiguration(target: target, properties: made.properties, logger: context).apply(
                on: worker)
            return made.login
        }
        try await enter(.publishing, .createPublishing)
        let record = try await publication.publish(with: login)
        configuration.failPoint?.pass(.createPublished)
        return record
    }

    private func enter(_ phase: BranchPhase, _ place: FailPoint.Place) async throws {
        guard !Task.isCancelled else { throw OperationError.interrupted }
        try await session.apply(.advanced(to: phase, by: session.token))
        configuration.failPoint?.pass(place)
    }

    /// Checks that the database copied by name is the one looked at.
    private func requireSameSource(_ facts: SourceFacts) async throws {
        guard source.databaseOID != nil else { return }
        let found = try await session.connection.run { try BranchDatabase.find(facts.database, on: $0) }
        try source.require(found?.oid ?? 0)
    }

    private func note(_ decision: StrategyDecision, facts: SourceFacts) async throws {
        context.info(
            "strategy chosen", metadata: ["strategy": "\(decision.strategy.rawValue)", "why": "\(decision.reason)"])
        try await session.apply(.advanced(to: .inspecting, by: session.token)) {
            $0.strategy = decision.strategy
            $0.strategyReason = decision.reason
            $0.sourceDatabase = facts.database
            $0.progress.bytesTotal = facts.sizeBytes ?? 0
        }
    }

    private func copy(_ strategy: CloneStrategy, facts: SourceFacts) async throws {
        try await withWorker { worker in
            let job = CloneJob(
                source: source, facts: facts, target: target, request: request, session: session, worker: worker,
                server: control.server, settings: configuration.cloneSettings, logger: context)
            switch strategy {
            case .template: try await TemplateClone(job: job).run()
            case .stream: try await StreamClone(job: job).run()
            case .dump: try await DumpClone(job: job).run()
            }
        }
    }

    /// A second session on the control database, findable by the operation's name so that it can be ended.
    private func withWorker<Value: Sendable>(
        _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let worker: PostgresConnection
        do {
            worker = try await control.session(named: session.token.applicationName)
        } catch {
            throw OperationError.failed(.cloneFailed, BranchError(error).description)
        }
        return try await worker.closing { worker in
            try await session.admit(worker)
            return try await body(worker)
        }
    }
}
