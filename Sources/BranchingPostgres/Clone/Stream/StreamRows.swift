/// The part of a stream clone in which rows move and indexes are built.
struct StreamRows: Sendable {
    let opened: StreamOpening.OpenedClone
    /// Holds the snapshot and every lock.
    let leader: SessionPair
    let stop: StopSignal
    let meter: CloneMeter
    let limiter: RateLimiter?
    /// The encoding of both databases.
    let encoding: String

    /// What is read from the source after its rows.
    struct Content: Sendable {
        var sequences: SequenceValues
        var views: MaterializedViews
        /// Indexes that need something that comes after them.
        var indexes: [[UInt8]] = []
    }

    /// Copies all rows and builds the indexes; ends the snapshot as soon as the last row is in.
    ///
    /// - Parameters:
    ///   - workers: copy rows and build indexes.
    ///   - schemaWorkers: build indexes of small tables only.
    func copy(
        _ units: [CopyUnit], workers: [SessionPair], schemaWorkers: [SessionPair]
    ) async throws -> Content {
        let queue = WorkQueue(units, indexes: opened.postData.indexes)
        let crew =
            workers.map { worker($0, .anything, queue) } + schemaWorkers.map { worker($0, .smallIndexes, queue) }
        let (content, failure) = await withThrowingTaskGroup(of: Content?.self) { group in
            for worker in crew {
                group.addTask {
                    try await worker.run()
                    return nil
                }
            }
            group.addTask { try await finish(queue) }
            var content: Content?
            var failure: (any Error)?
            while let outcome = await group.nextResult() {
                switch outcome {
                case .success(let found): content = content ?? found
                case .failure(let error):
                    // The first error is the cause of the others.
                    failure = failure ?? error
                    stop.raise()
                    await queue.stop()
                }
            }
            return (content, failure)
        }
        if let failure { throw failure }
        guard var content else { throw OperationError.interrupted }
        content.indexes = await queue.postponed
        return content
    }

    private func worker(_ pair: SessionPair, _ capability: WorkQueue.Capability, _ queue: WorkQueue) -> StreamWorker {
        StreamWorker(
            pair: pair, leader: leader, queue: queue, snapshot: opened.snapshot, encoding: encoding, limiter: limiter,
            meter: meter, capability: capability)
    }

    /// Does the remaining work on the source, on the session with the snapshot, and ends that.
    private func finish(_ queue: WorkQueue) async throws -> Content {
        if !opened.largeObjects.ids.isEmpty {
            let gauge = CopyGauge(expected: opened.largeObjects.bytes)
            meter.began(gauge)
            try await leader.onBoth { source, target in
                try LargeObjectCopy(objects: opened.largeObjects, limiter: limiter).run(
                    from: source, to: target, gauge: gauge)
            }
            meter.ended(gauge, tables: 0)
        }
        await queue.rowsAreCopied()
        let content = try await leader.onSource { source in
            Content(
                sequences: try SequenceValues.read(on: source), views: try MaterializedViews.read(on: source))
        }
        await leader.closeSource()
        return content
    }
}
