import BranchingCore

/// How many branches there are, asked when somebody wants to know, and remembered for some seconds.
actor BranchCounts {
    private static let age = Duration.seconds(5)
    /// Prometheus waits 10 s for all metrics.
    private static let patience = Duration.seconds(2)

    private let service: any BranchService
    private var latest: (counts: [BranchStatus: Int]?, at: ContinuousClock.Instant)?
    private var reading: Task<[BranchStatus: Int]?, Never>?

    init(service: any BranchService) {
        self.service = service
    }

    /// The counts; nil if nobody can say at the moment.
    func current() async -> [BranchStatus: Int]? {
        if let latest, ContinuousClock.now - latest.at < Self.age { return latest.counts }
        if let reading { return await reading.value }
        let task = Task { [service] in await Self.read(service) }
        reading = task
        let counts = await task.value
        latest = (counts, .now)
        reading = nil
        return counts
    }

    private static func read(_ service: any BranchService) async -> [BranchStatus: Int]? {
        await withTaskGroup(of: [BranchStatus: Int]?.self) { group in
            group.addTask { try? await service.counts() }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }
}
