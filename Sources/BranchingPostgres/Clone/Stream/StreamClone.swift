import BranchingCore
import Logging

/// The `stream` strategy: the schema by pg_dump, the rows by COPY from session to session, all at one snapshot.
struct StreamClone: Sendable {
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

    /// What all sessions together may use to build indexes, in bytes.
    private static let maintenanceMemory = 1 << 30

    func run() async throws(OperationError) {
        let database = EmptyDatabase(name: target, source: facts, worker: worker)
        try await database.check()
        let stop: StopSignal
        do throws(DumpError) { stop = try StopSignal() } catch { throw OperationError(error) }
        let meter = CloneMeter()
        let report = ProgressReport(session: session) { meter.progress() }
        try await report.during {
            await withTaskCancellationHandler {
                let run = StreamRun(clone: self, database: database, stop: stop, meter: meter)
                do throws(OperationError) {
                    return .success(try await run.run())
                } catch {
                    return .failure(Task.isCancelled ? .interrupted : error)
                }
            } onCancel: {
                stop.raise()
            }
        }
    }

    /// How many workers copy.
    var jobs: Int { request.jobs ?? configuration.jobs }

    /// How the sessions are opened; they are found by the operation's name when they are to be ended.
    func ends(stop: StopSignal) -> StreamLine.Ends {
        let name = session.token.applicationName
        return StreamLine.Ends(
            source: (source.isElsewhere ? source.parameters : server.connecting(to: facts.database)).named(name)
                .readingTablesOnly,
            target: server.connecting(to: target).named(name),
            maintenanceMemory: max(64 << 20, Self.maintenanceMemory / jobs), stop: stop, logger: logger)
    }

    var targetEndpoint: DumpEndpoint {
        DumpEndpoint(server, facts: worker.facts, database: target, applicationName: session.token.applicationName)
    }

    var selection: TableSelection {
        TableSelection(schemaOnly: request.schemaOnly, excluded: request.excludedTableData)
    }
}
