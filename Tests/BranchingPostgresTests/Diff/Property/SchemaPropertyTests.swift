import FoundationEssentials
import TestSupport
import Testing

/// Random schemas and random edits of them. `AYB_PROPERTY_SEED` and `AYB_PROPERTY_COUNT` choose which; the default is
/// the same each time, so that a change never fails for what it did not do.
@Suite(.serialized) struct SchemaPropertyTests {
    private static let workers = 2

    private static func number(_ variable: String) -> UInt64? {
        ProcessInfo.processInfo.environment[variable].flatMap(UInt64.init)
    }

    @Test(arguments: try await DiffVersions.all())
    func `the SQL of a diff leads from any schema to any edit of it`(version: TestedVersion) async throws {
        let isInstalled = version == (try await TestCluster.shared().version)
        let count = Self.number("AYB_PROPERTY_COUNT") ?? (isInstalled ? 1600 : 400)
        let seed = Self.number("AYB_PROPERTY_SEED") ?? 1
        print("PostgreSQL \(version): \(count) pairs from AYB_PROPERTY_SEED=\(seed) on")
        let cluster = try await TestCluster.shared(version: version)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<UInt64(Self.workers) {
                let first = seed + count * worker / UInt64(Self.workers)
                let end = seed + count * (worker + 1) / UInt64(Self.workers)
                group.addTask {
                    let databases = try await PropertyDatabases.make(in: cluster)
                    try await PropertyRun(databases: databases, seeds: first..<end, version: version).run()
                    try await databases.remove()
                }
            }
            try await group.waitForAll()
        }
    }
}
