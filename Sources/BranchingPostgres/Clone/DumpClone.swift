import BranchingCore
import Logging

/// The `dump` strategy: `pg_dump | psql` into a new database, and the statistics that a dump does not carry.
struct DumpClone: Sendable {
    let source: CloneSource
    let facts: SourceFacts
    let target: String
    let request: BranchRequest
    let session: OperationSession
    /// A session on the control database, in the cluster of the branch.
    let worker: PostgresConnection
    let server: ConnectionParameters
    let configuration: PostgresBranchService.Configuration
    let logger: Logger

    func run() async throws(OperationError) {
        let database = EmptyDatabase(name: target, source: facts, worker: worker)
        try await database.check()
        try await database.create()
        let pipeline = DumpPipeline(
            source: try await sourceEndpoint(), target: targetEndpoint, options: try await options())
        let watches = [
            ReachabilityWatch(side: .source, parameters: sourceParameters, logger: logger),
            ReachabilityWatch(side: .target, parameters: server, logger: logger),
        ]
        let bytes = try await DumpProgress(
            session: session, total: facts.sizeBytes ?? 0, watches: watches, limit: configuration.limits.copy
        )
        .follow(pipeline)
        logger.info("dump restored", metadata: ["bytes": "\(bytes.bytes)"])
        if !bytes.leftOut.isEmpty {
            logger.warning("the cluster lacks roles of the source", metadata: ["dump": "\(bytes.leftOut)"])
        }
        guard !request.schemaOnly else { return }
        try await session.apply(.advanced(to: .analyzing, by: session.token))
        try await analyze()
    }

    /// The roles are filtered only where something of the source cannot be given to its role here.
    private func options() async throws(OperationError) -> DumpOptions {
        let roles = try await worker.run { (handle) throws(OperationError) in
            try OperationError.translating { () throws(PostgresError) in try TargetRoles.read(on: handle) }
        }
        let isWhole = roles.isSuperuser && facts.roles.allSatisfy(roles.existing.contains)
        let release: ProgramRelease
        do throws(DumpError) { release = try await DumpPipeline.release(of: configuration.pgDumpPath) } catch {
            throw OperationError(error)
        }
        return DumpOptions(
            schemaOnly: request.schemaOnly, excludedTableData: request.excludedTableData.map(\.text),
            keepsTablespaces: facts.isSameCluster, pgDumpPath: configuration.pgDumpPath,
            psqlPath: configuration.psqlPath, loadsThroughRoot: !release.loadsHashPartitionsThroughRoot,
            encoding: facts.properties.locale.encoding, requiresRestriction: release.writesRestriction,
            lockTimeout: configuration.limits.lock.wholeMilliseconds, targetRoles: isWhole ? nil : roles)
    }

    private var sourceParameters: ConnectionParameters {
        source.isElsewhere ? source.parameters : server.connecting(to: facts.database)
    }

    /// Looks at the source itself once more, for what a dump does not say.
    private func sourceEndpoint() async throws(OperationError) -> DumpEndpoint {
        let parameters = sourceParameters
        let facts: ConnectionFacts
        let hasPublicSchema: Bool
        do throws(PostgresError) {
            let connection = try await PostgresConnection.connect(
                to: parameters.readingTablesOnly, logger: logger)
            facts = connection.facts
            hasPublicSchema = try await !connection.query(
                "SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public'"
            ).isEmpty
            await connection.close()
        } catch {
            throw .failed(.sourceUnreachable, "The source cannot be reached any more: \(error)")
        }
        // template0 has the schema, and pg_dump does not drop what the source has not.
        if !hasPublicSchema { try await dropPublicSchema() }
        return DumpEndpoint(
            parameters, facts: facts, database: self.facts.database, applicationName: session.token.applicationName)
    }

    private func dropPublicSchema() async throws(OperationError) {
        try await onTarget { (connection) throws(PostgresError) in try await connection.query("DROP SCHEMA public") }
    }

    private var targetEndpoint: DumpEndpoint {
        DumpEndpoint(server, facts: worker.facts, database: target, applicationName: session.token.applicationName)
    }

    private func analyze() async throws(OperationError) {
        try await onTarget { (connection) throws(PostgresError) in try await connection.queryAtLength("ANALYZE") }
    }

    /// A session on the new database. Its end is waited for: the database takes its final name only when nobody is on it.
    private func onTarget(_ body: (PostgresConnection) async throws(PostgresError) -> Void) async throws(OperationError)
    {
        try await OperationError.translating { () async throws(PostgresError) in
            let connection = try await PostgresConnection.connect(
                to: server.connecting(to: target).named(session.token.applicationName), logger: logger)
            do throws(PostgresError) {
                try await body(connection)
            } catch {
                await connection.close()
                throw error
            }
            await connection.close()
        }
    }
}
