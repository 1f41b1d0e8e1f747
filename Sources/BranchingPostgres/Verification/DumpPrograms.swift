import FoundationEssentials

/// The pg_dump and psql that can dump a server: pg_dump refuses one of a later major version than its own.
struct DumpPrograms: Sendable, Hashable {
    let pgDump: String
    let psql: String

    /// The pg_restore beside the pg_dump: both know the same archives.
    var pgRestore: String {
        guard let slash = pgDump.lastIndex(of: "/") else { return "pg_restore" }
        return pgDump[...slash] + "pg_restore"
    }

    /// Where the packages of Debian and Ubuntu have one directory for each major version.
    private static let debianDirectory = "/usr/lib/postgresql"

    /// Takes the configured programs where they are new enough, else those of the newest installed version.
    ///
    /// - Parameter version: The major version of the newest server that is to be dumped.
    /// - Throws: ``DumpError/toolTooOld(path:version:needed:)``, or why the configured one cannot be run.
    static func find(
        _ configuration: PostgresBranchService.Configuration, for version: Int
    ) async throws(DumpError) -> DumpPrograms {
        let configured = DumpPrograms(pgDump: configuration.pgDumpPath, psql: configuration.psqlPath)
        let reason: DumpError
        do throws(DumpError) {
            let own = try await DumpPipeline.version(of: configured.pgDump)
            if own >= version { return configured }
            reason = .toolTooOld(path: configured.pgDump, version: own, needed: version)
        } catch {
            if error == .cancelled { throw error }
            reason = error
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: debianDirectory)) ?? []
        for installed in names.compactMap(Int.init).sorted(by: >) where installed >= version {
            let directory = "\(debianDirectory)/\(installed)/bin"
            let found = DumpPrograms(pgDump: "\(directory)/pg_dump", psql: "\(directory)/psql")
            let isWhole = [found.pgDump, found.psql].allSatisfy(FileManager.default.isExecutableFile)
            if isWhole { return found }
        }
        throw reason
    }
}
