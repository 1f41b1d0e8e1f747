import BranchingPostgres
import TestSupport

/// The server versions that diffs are proven on: that of the system and the newest there is.
enum DiffVersions {
    /// Oldest first.
    static func all() async throws -> [Int] {
        let available = try await TestCluster.availableVersions()
        let cluster = try await TestCluster.shared()
        return available.filter { $0 == cluster.binaries.majorVersion || $0 == available.last }
    }

    /// Those of ``all()`` from a version on.
    static func from(_ version: Int) async throws -> [Int] {
        try await all().filter { $0 >= version }
    }
}
