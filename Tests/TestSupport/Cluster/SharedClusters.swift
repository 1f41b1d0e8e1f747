/// The clusters that a process's tests share, one per version. They end with the process.
actor SharedClusters {
    /// The only one: it exists to be shared.
    static let shared = SharedClusters()

    private var starting: [TestedVersion: Task<TestCluster, any Error>] = [:]

    func cluster(version: TestedVersion?) async throws -> TestCluster {
        let release = try await AvailableVersions.shared.release(version)
        if let task = starting[release] { return try await task.value }
        let task = Task { try await TestCluster.fresh(version: release) }
        starting[release] = task
        return try await task.value
    }
}
