import BranchingCore
import DumpText
import Logging
import PostgresTools

/// One run of a stream clone, step by step.
struct StreamRun: Sendable {
    let clone: StreamClone
    let database: EmptyDatabase
    let stop: StopSignal
    let meter: CloneMeter
    /// Holds the snapshot and the locks on the source, and makes the schema on the target.
    let leader: SessionPair
    private let endpoints: SessionPair.Endpoints

    init(clone: StreamClone, database: EmptyDatabase, stop: StopSignal, meter: CloneMeter) {
        self.clone = clone
        self.database = database
        self.stop = stop
        self.meter = meter
        endpoints = clone.endpoints(stop: stop)
        leader = SessionPair(endpoints)
    }

    func run() async throws {
        let workers = (0..<clone.jobs).map { _ in SessionPair(endpoints) }
        // Making a table or a small index mostly waits for the disk, so as many workers again do only that.
        let schemaWorkers = (0..<clone.jobs).map { _ in SessionPair(endpoints) }
        try await withCleanup {
            do {
                try await run(workers, schemaWorkers)
            } catch {
                stop.raise()
                throw error
            }
        } cleanup: {
            for pair in workers + schemaWorkers + [leader] { await pair.close() }
        }
    }

    private func run(_ workers: [SessionPair], _ schemaWorkers: [SessionPair]) async throws {
        let roles = try await database.worker.run { try TargetRoles.read(on: $0) }
        let opening = StreamOpening(clone: clone, database: database, leader: leader, roles: roles)
        let opened = try await opening.open()
        defer { opened.archive.remove() }
        let (snapshot, post) = (opened.snapshot, opened.postData)
        let units = clone.division.units(snapshot.tables)
        begin(units, opened: opened)
        try await makeSchema(opened.preData.steps, workers: workers + schemaWorkers)
        let checks = try await step { target in
            let checks = try DeferredChecks.takeOff(on: target)
            try opened.largeObjects.make(on: target)
            return checks
        }
        let rows = StreamRows(
            opened: opened, leader: leader, stop: stop, meter: meter,
            limiter: clone.job.request.maximumRate.map { RateLimiter(bytesPerSecond: $0) },
            encoding: clone.job.facts.properties.locale.encoding)
        let content = try await rows.copy(units, workers: workers, schemaWorkers: schemaWorkers)
        meter.enter(.indexing)
        try await step { target in
            try checks.putBack(on: target)
            try target.script(post.attachments)
        }
        try await ForeignKeys(keys: post.foreignKeys, selection: clone.selection, logger: clone.job.logger)
            .make(leader: leader, workers: workers)
        try await step { [selection = clone.selection] target in
            try target.script(post.rest)
            try target.script(content.indexes)
            try content.sequences.set(on: target)
            try target.script(opened.preData.privileges)
            try opened.largeObjects.configure(on: target)
            if !selection.schemaOnly { try content.views.refresh(on: target) }
        }
        if !clone.selection.schemaOnly {
            meter.enter(.analyzing)
            try await StatisticsRefresh(
                archive: opened.archive, target: clone.job.targetEndpoint, jobs: clone.jobs,
                watch: ReachabilityWatch(side: .target, parameters: clone.job.server, logger: clone.job.logger)
            ).run(leader: leader, workers: workers)
        }
        // Last: they would fire for everything above.
        try await step { try $0.script(post.eventTriggers) }
    }

    private func makeSchema(_ steps: [SchemaStep], workers: [SessionPair]) async throws {
        for each in steps {
            switch each {
            case .ordered(let statements):
                try await step { try $0.script(statements) }
            case .independent(let lists):
                try await ParallelStatements(lists).run(on: workers)
            }
        }
    }

    private func begin(_ units: [CopyUnit], opened: StreamOpening.OpenedClone) {
        let indexes = opened.postData.indexes
        let work = opened.snapshot.tables.reduce(0) { sum, table in
            sum + Double(table.bytes) * CloneMeter.indexShare * Double(indexes[table.tableName]?.count ?? 0)
        }
        meter.begin(
            bytes: units.reduce(opened.largeObjects.bytes) { $0.addingSaturated($1.bytes) },
            tables: Set(units.flatMap(\.tables).map(\.oid)).count,
            indexes: indexes.values.reduce(0) { $0 + $1.count }, indexWork: work)
    }

    /// A step on the target, on the leader's session.
    private func step<Value: Sendable>(
        _ body: @Sendable (StreamSession) throws -> Value
    ) async throws -> Value {
        try await leader.onTarget { target in
            try target.use(encoding: "UTF8")
            return try body(target)
        }
    }
}

/// Statements that go to the server together: a round trip for each would cost more than most of them.
extension StreamSession {
    private static let batchBytes = 64 << 10
    private static let batchStatements = 50

    /// Runs statements in order, each batch in one transaction: a single one could need more locks than there are.
    func script(_ statements: [[UInt8]]) throws {
        var batch: [UInt8] = []
        var count = 0
        for statement in statements {
            batch += statement
            batch.append(UInt8(ascii: "\n"))
            count += 1
            guard count == Self.batchStatements || batch.count >= Self.batchBytes else { continue }
            try script(batch)
            batch.removeAll(keepingCapacity: true)
            count = 0
        }
        if count > 0 { try script(batch) }
    }
}
