import FoundationEssentials

/// The programs that dump and restore. pg_dump refuses a server of a later major version than its own.
package struct ToolPrograms: Sendable, Hashable {
    /// A path, or a name that is looked up in `PATH`.
    package let pgDump: String
    /// A path, or a name that is looked up in `PATH`.
    package let psql: String

    package init(pgDump: String, psql: String) {
        self.pgDump = pgDump
        self.psql = psql
    }

    /// The pg_restore beside the pg_dump: both know the same archives.
    package var pgRestore: String {
        guard let slash = pgDump.lastIndex(of: "/") else { return "pg_restore" }
        return pgDump[...slash] + "pg_restore"
    }

    /// Where the packages of Debian and Ubuntu have one directory for each major version.
    private static let debianDirectory = "/usr/lib/postgresql"

    /// These if they are new enough, else those of the newest installed version.
    ///
    /// - Parameter version: The major version of the newest server to dump.
    /// - Throws: ``ToolError/toolTooOld(path:version:needed:)``, or why pg_dump cannot be run.
    package func recentEnough(for version: Int) async throws -> ToolPrograms {
        let reason: any Error
        do {
            let own = try await ToolRelease.of(pgDump).major
            if own >= version { return self }
            reason = ToolError.toolTooOld(path: pgDump, version: own, needed: version)
        } catch ToolError.cancelled {
            throw ToolError.cancelled
        } catch {
            reason = error
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.debianDirectory)) ?? []
        for installed in names.compactMap(Int.init).sorted(by: >) where installed >= version {
            let directory = "\(Self.debianDirectory)/\(installed)/bin"
            let found = ToolPrograms(pgDump: "\(directory)/pg_dump", psql: "\(directory)/psql")
            let isWhole = [found.pgDump, found.psql].allSatisfy(FileManager.default.isExecutableFile)
            if isWhole { return found }
        }
        throw reason
    }
}

/// The programs of PostgreSQL that copy a database or its schema.
package enum PostgresTool: String, Sendable, Hashable {
    case pgDump = "pg_dump"
    case psql
    case pgRestore = "pg_restore"
}
