import BranchingCore

/// The feed of all branches: one reader for all streams of this process, which reads only while there are any.
actor BranchFeed {
    private let service: any BranchService
    private let interval: Duration
    private let heartbeat: Duration
    /// How often everything is read, in case somebody changed records without a revision.
    private static let resyncInterval = Duration.seconds(30)

    private var log = BranchFeedLog()
    private var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    private var lastListener = 0
    /// Reads again and again; nil while nobody listens.
    private var poller: Task<Void, Never>?
    /// The read under way.
    private var reading: Task<Void, Never>?
    /// How many reads were wanted, and up to which of these wishes a read has begun and ended.
    private var (wanted, done) = (0, 0)
    /// Why the last read failed.
    private var failure: BranchError?
    private var lastResync: ContinuousClock.Instant?
    private let clock = ContinuousClock()

    /// Makes a feed; it reads nothing before somebody listens.
    ///
    /// - Parameters:
    ///   - interval: how often it reads.
    ///   - heartbeat: the longest silence of a stream.
    init(service: any BranchService, interval: Duration, heartbeat: Duration) {
        self.service = service
        self.interval = interval
        self.heartbeat = heartbeat
    }

    /// The silence after which a stream sends a comment. Streams look three times in ``heartbeat``.
    nonisolated var patience: Duration { heartbeat * 2 / 3 }

    /// Reads what a stream that begins now needs.
    ///
    /// - Throws: If nothing can be read, and nobody follows what was read before.
    func requireCurrent() async throws(BranchError) {
        await read()
        if let failure, listeners.isEmpty || log.position == nil { throw failure }
    }

    /// Takes part in the feed until ``unsubscribe(_:)``; a signal comes with each change, and in between.
    func subscribe() -> (id: Int, signals: AsyncStream<Void>) {
        lastListener += 1
        let (signals, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        listeners[lastListener] = continuation
        if poller == nil { poller = Task { await poll() } }
        return (lastListener, signals)
    }

    func unsubscribe(_ id: Int) {
        listeners.removeValue(forKey: id)?.finish()
        guard listeners.isEmpty else { return }
        poller?.cancel()
        poller = nil
    }

    /// What a stream sends first.
    func start(after seen: ChangePosition?) throws -> BranchFeedLog.Batch { try log.start(after: seen) }

    /// What a stream sends next; nil if nothing changed.
    func next(after cursor: BranchFeedLog.Cursor) throws -> BranchFeedLog.Batch? { try log.next(after: cursor) }

    /// Reads at once what this process has changed.
    func refresh() async {
        guard !listeners.isEmpty else { return }
        await read()
    }
}

extension BranchFeed {
    private func poll() async {
        var lastBeat = clock.now
        while !Task.isCancelled {
            do { try await clock.sleep(for: interval) } catch { return }
            await read()
            guard clock.now - lastBeat >= heartbeat / 3 else { continue }
            lastBeat = clock.now
            signal()
        }
    }

    /// Waits for a read that begins now or later. Callers share reads, and only one is under way.
    private func read() async {
        wanted += 1
        let wish = wanted
        while done < wish {
            if reading == nil { reading = Task { await readOnce() } }
            await reading?.value
        }
    }

    private func readOnce() async {
        let granted = wanted
        let isResync = lastResync.map { clock.now - $0 >= Self.resyncInterval } ?? true
        do throws(BranchError) {
            let changes = try await service.changes(since: isResync ? nil : log.position)
            let before = log.last
            log.take(changes, at: clock.now)
            failure = nil
            if isResync { lastResync = clock.now }
            if log.last != before { signal() }
        } catch {
            // PostgreSQL may be down: streams stay, and the feed continues when it is back.
            failure = error
        }
        done = granted
        reading = nil
    }

    private func signal() {
        for listener in listeners.values { listener.yield() }
    }
}
