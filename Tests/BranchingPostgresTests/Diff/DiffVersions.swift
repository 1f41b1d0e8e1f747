import BranchingPostgres
import TestSupport

/// The server versions that diffs are proved on: the oldest, the newest, and the installed one's newest minor release.
enum DiffVersions {
    /// Oldest first.
    static func all() async throws -> [TestedVersion] {
        let available = try await TestCluster.availableVersions()
        let installed = try await TestCluster.shared().version
        return available.filter { [available.first, installed, available.last].contains($0) }
    }

    /// Those of ``all()`` whose servers have the extensions of contrib.
    static func withContrib() async throws -> [TestedVersion] {
        var versions: [TestedVersion] = []
        for version in try await all() where try await TestCluster.shared(version: version).hasContrib() {
            versions.append(version)
        }
        return versions
    }

    /// Those of ``all()`` from a major version on.
    static func from(_ version: TestedVersion) async throws -> [TestedVersion] {
        try await all().filter { $0 >= version }
    }
}
