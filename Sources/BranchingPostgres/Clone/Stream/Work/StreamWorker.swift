/// One worker of a clone: it copies rows and builds indexes until nothing is left to do.
struct StreamWorker: Sendable {
    let pair: SessionPair
    /// The pair that holds the snapshot and every lock.
    let leader: SessionPair
    let queue: WorkQueue
    let snapshot: SourceSnapshot
    let encoding: String
    let limiter: RateLimiter?
    let meter: CloneMeter
    let capability: WorkQueue.Capability

    /// - Throws: the first thing that went wrong.
    func run() async throws {
        var hasSnapshot = false
        while let work = await queue.next(capability) {
            switch work {
            case .copy(let unit):
                if !hasSnapshot {
                    try await pair.onSource { [snapshot] source in try snapshot.join(source) }
                    hasSnapshot = true
                }
                let gauge = try await copy(unit)
                meter.ended(gauge, tables: await queue.finished(work))
            case .index(let unit):
                // An index takes long, and an open snapshot keeps the source from vacuuming.
                if hasSnapshot {
                    try await pair.onSource { source in _ = try source.query("COMMIT") }
                    hasSnapshot = false
                }
                try await build(unit)
                await queue.finished(work)
            }
        }
        await pair.closeSource()
    }

    private func copy(_ unit: CopyUnit) async throws -> CopyGauge {
        let gauge = CopyGauge(expected: unit.bytes)
        let rows = RowCopy(unit: unit, encoding: encoding, limiter: limiter, gauge: gauge)
        meter.began(gauge)
        do {
            try await pair.onBoth { source, target in
                try rows.run(from: source, to: target, locking: true)
            }
        } catch let error where error.sqlState == .lockNotAvailable {
            try await pair.onSource { [snapshot] source in
                try source.query("ROLLBACK")
                try snapshot.join(source)
            }
            // Somebody waits for a stronger lock, until the leader ends. The leader already has the lock.
            try await leader.onBoth { source, target in
                try rows.run(from: source, to: target, locking: false)
            }
        }
        return gauge
    }

    private func build(_ unit: IndexUnit) async throws {
        do {
            try await pair.onTarget { target in
                try target.use(encoding: "UTF8")
                try target.script(Array(unit.statements.map(\.sql).joined(separator: [UInt8(ascii: "\n")])))
            }
        } catch let error where error.sqlState?.errorClass == "42" {
            // An undefined object: a function, say, that pg_dump makes after the key that it depends on.
            await queue.postpone(unit)
        }
        meter.built(unit.statements.count, work: unit.work)
    }
}
