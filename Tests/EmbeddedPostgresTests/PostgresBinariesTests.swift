import EmbeddedPostgres
import FoundationEssentials
import TestSupport
import Testing

@Suite struct PostgresBinariesTests {
    @Test func `the installed PostgreSQL is found, with its version`() async throws {
        let binaries = try await PostgresBinaries.find()
        #expect(binaries.majorVersion >= 13)
        #expect(binaries.version.hasPrefix("\(binaries.majorVersion)"))
        #expect(FileManager.default.isExecutableFile(atPath: binaries.path(of: .initdb)))
    }

    @Test func `a directory that is given is taken`() async throws {
        let directory = try await PostgresBinaries.find().directory
        #expect(try await PostgresBinaries.find(in: directory).directory == directory)
    }

    @Test func `a directory without the programs is refused, with what it lacks and what to install`() async throws {
        let error = await #expect(throws: ClusterError.self) { try await PostgresBinaries.find(in: "/usr/share") }
        let text = try #require(error?.description)
        for part in ["'/usr/share'", "initdb", "postgres", "pg_ctl", "pg_isready", "apt install postgresql"] {
            #expect(text.contains(part))
        }
    }

    @Test func `an error without any PostgreSQL names where it was looked for`() {
        let text = ClusterError.binariesNotFound(lookedAt: ["pg_config --bindir", "/opt/x"]).description
        #expect(text.contains("pg_config --bindir, /opt/x"))
        #expect(text.contains("apt install postgresql"))
    }
}
