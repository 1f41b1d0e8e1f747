import BranchingCore
import DumpText
import Logging
import PostgresTools

/// The `dump` strategy: `pg_dump | psql` into a new database, and the statistics that a dump lacks.
struct DumpClone: Sendable {
    let job: CloneJob

    private var facts: SourceFacts { job.facts }
    private var request: BranchRequest { job.request }
    private var logger: Logger { job.logger }

    func run() async throws {
        let database = EmptyDatabase(name: job.target, source: facts, worker: job.worker)
        try await database.check()
        try await database.create()
        let pipeline = DumpPipeline(
            source: try await sourceEndpoint(), target: job.targetEndpoint, options: try await options())
        let watches = [
            ReachabilityWatch(side: .source, parameters: job.sourceParameters, logger: logger),
            ReachabilityWatch(side: .target, parameters: job.server, logger: logger),
        ]
        let bytes = try await DumpProgress(
            session: job.session, total: facts.sizeBytes ?? 0, watches: watches, limit: job.settings.limits.copy
        )
        .follow(pipeline)
        logger.info("dump restored", metadata: ["bytes": "\(bytes.bytes)"])
        if !bytes.leftOut.isEmpty {
            logger.warning("the cluster lacks roles of the source", metadata: ["dump": "\(bytes.leftOut)"])
        }
        guard !request.schemaOnly else { return }
        try await job.session.apply(.advanced(to: .analyzing, by: job.session.token))
        try await analyze()
    }

    private func options() async throws -> DumpOptions {
        let roles = try await job.worker.run { try TargetRoles.read(on: $0) }
        let release = try await ToolRelease.of(job.settings.programs.pgDump)
        return DumpOptions(
            schemaOnly: request.schemaOnly, excludedTableData: request.excludedTableData.map(\.text),
            keepsTablespaces: facts.isSameCluster, pgDumpPath: job.settings.programs.pgDump,
            psqlPath: job.settings.programs.psql, loadsThroughRoot: !release.loadsHashPartitionsThroughRoot,
            encoding: facts.properties.locale.encoding, requiresRestriction: release.writesRestriction,
            lockTimeout: job.settings.limits.lock.wholeMilliseconds, targetRoles: job.filtering(roles))
    }

    /// Looks at the source itself again, for what a dump does not say.
    private func sourceEndpoint() async throws -> ToolEndpoint {
        let (found, hasPublicSchema): (ConnectionFacts, Bool)
        do {
            (found, hasPublicSchema) = try await PostgresConnection.withSession(
                to: job.sourceParameters.readingTablesOnly, logger: logger
            ) { source in
                let schemas = try await source.query("SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public'")
                return (source.facts, !schemas.isEmpty)
            }
        } catch let error as PostgresError {
            throw OperationError.failed(.sourceUnreachable, "The source can no longer be reached: \(error)")
        }
        // template0 has the schema, and pg_dump does not drop what the source lacks.
        if !hasPublicSchema { try await dropPublicSchema() }
        return job.sourceEndpoint(found)
    }

    private func dropPublicSchema() async throws {
        try await onTarget { try await $0.query("DROP SCHEMA public") }
    }

    private func analyze() async throws {
        try await onTarget { try await $0.queryAtLength("ANALYZE") }
    }

    /// A session on the new database. Waits for its end: the database is renamed only when nobody is on it.
    private func onTarget(_ body: (PostgresConnection) async throws -> [PostgresRow]) async throws {
        _ = try await PostgresConnection.withSession(to: job.targetParameters, logger: logger, body)
    }
}
