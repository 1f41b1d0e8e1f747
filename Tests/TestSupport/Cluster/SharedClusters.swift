/// The clusters that the tests of a process share, one of each version. They go with the process.
actor SharedClusters {
    /// The only one: that tests share it is what it is for.
    static let shared = SharedClusters()

    private var starting: [Int?: Task<TestCluster, any Error>] = [:]

    func cluster(version: Int?) async throws -> TestCluster {
        let version = try await AvailableVersions.shared.major(version: version)
        if let task = starting[version] { return try await task.value }
        let task = Task { try await TestCluster.fresh(version: version) }
        starting[version] = task
        return try await task.value
    }
}
