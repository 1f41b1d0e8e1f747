import PostgresTools
import TestSupport
import Testing

@testable import BranchingPostgres

@Suite(.timeLimit(.minutes(2))) struct ToolReleaseTests {
    @Test(arguments: [
        ("pg_dump (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)", true), ("pg_dump (PostgreSQL) 15.13", false),
        ("pg_dump (PostgreSQL) 13.22", true), ("pg_dump (PostgreSQL) 13.21", false),
        ("pg_dump (PostgreSQL) 14.19", true),
        ("pg_dump (PostgreSQL) 16.10", true), ("pg_dump (PostgreSQL) 16.9", false), ("pg_dump (PostgreSQL) 17.6", true),
        ("pg_dump (PostgreSQL) 17.5", false), ("pg_dump (PostgreSQL) 18.0", true),
        ("pg_dump (PostgreSQL) 18beta3", true),
        ("pg_dump (PostgreSQL) 19devel", true), ("pg_dump (PostgreSQL) 12.22", false),
    ])
    func `the releases of August 2025 and later write restrict`(text: String, writes: Bool) throws {
        #expect(try #require(ToolRelease(versionText: text)).writesRestriction == writes)
    }

    @Test func `the installed pg_dump is known, and its dump passes`() async throws {
        for version in try await DiffVersions.all() {
            let cluster = try await TestCluster.shared(version: version)
            let release = try await ToolRelease.of(cluster.binaries.path(of: .pgDump))
            #expect(release.major == version.major)
            #expect(release.minor != nil)
        }
    }
}
