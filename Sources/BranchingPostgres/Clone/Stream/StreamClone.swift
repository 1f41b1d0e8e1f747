import BranchingCore

/// The `stream` strategy: the schema by pg_dump, the rows by COPY from session to session, all at one snapshot.
struct StreamClone: Sendable {
    let job: CloneJob

    /// The memory for index builds in all sessions together, in bytes.
    private static let maintenanceMemory = 1 << 30

    func run() async throws {
        let database = EmptyDatabase(name: job.target, source: job.facts, worker: job.worker)
        try await database.check()
        let stop = try StopSignal()
        let meter = CloneMeter()
        let report = ProgressReport(session: job.session) { meter.progress() }
        try await report.during {
            try await withTaskCancellationHandler {
                try await StreamRun(clone: self, database: database, stop: stop, meter: meter).run()
            } onCancel: {
                stop.raise()
            }
        }
    }

    /// How many workers copy.
    var jobs: Int { job.request.jobs ?? job.settings.jobs }

    /// How the sessions are opened.
    func endpoints(stop: StopSignal) -> SessionPair.Endpoints {
        SessionPair.Endpoints(
            source: job.sourceParameters.named(job.applicationName).readingTablesOnly, target: job.targetParameters,
            maintenanceMemory: max(64 << 20, Self.maintenanceMemory / jobs), stop: stop, logger: job.logger)
    }

    /// How the rows are divided among the workers.
    var division: CopyDivision {
        CopyDivision(workers: jobs, canSplit: job.facts.majorVersion >= 14)
    }

    var selection: TableSelection {
        TableSelection(schemaOnly: job.request.schemaOnly, excluded: job.request.excludedTableData)
    }
}
