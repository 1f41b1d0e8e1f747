import FoundationEssentials
import Subprocess
import SystemPackage

extension PostgresBinaries {
    /// Where Debian's and Ubuntu's packages have one directory for each major version.
    private static let debianDirectory = "/usr/lib/postgresql"

    /// Finds the programs in the given directory, or else in that of `pg_config --bindir`, or else in the newest of
    /// `/usr/lib/postgresql/*/bin`. Skips one of the last two without a server (as `libpq-dev` leaves it).
    ///
    /// - Throws: ``ClusterError/binariesNotFound(lookedAt:)`` or ``ClusterError/binariesUnusable(directory:reason:)``.
    public static func find(in directory: String? = nil) async throws(ClusterError) -> PostgresBinaries {
        if let directory {
            let missing = missingPrograms(in: directory)
            guard missing.isEmpty else { throw .binariesIncomplete(directory: directory, missing: missing) }
            return try await inspect(directory)
        }
        var candidates = debianDirectories()
        if let configured = await configuredDirectory() { candidates.insert(configured, at: 0) }
        for candidate in candidates where missingPrograms(in: candidate).isEmpty {
            return try await inspect(candidate)
        }
        throw .binariesNotFound(lookedAt: ["pg_config --bindir", "\(debianDirectory)/*/bin"] + candidates)
    }

    /// The directories of Debian's packages, newest version first.
    private static func debianDirectories() -> [String] {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debianDirectory)) ?? []
        return versions.compactMap(Int.init).sorted(by: >).map { "\(debianDirectory)/\($0)/bin" }
    }

    private static func configuredDirectory() async -> String? {
        let result = try? await run(
            .name("pg_config"), arguments: ["--bindir"], environment: ClusterTools.environment(),
            output: .string(limit: 8192))
        guard let result, result.terminationStatus.isSuccess else { return nil }
        let directory = result.standardOutput.prefix { !$0.isNewline }
        return directory.isEmpty ? nil : String(directory)
    }

    private static func missingPrograms(in directory: String) -> [String] {
        Program.allCases
            .filter { !$0.isOptional && !FileManager.default.isExecutableFile(atPath: "\(directory)/\($0.rawValue)") }
            .map(\.rawValue)
    }

    /// Asks the server in the directory for its version: `postgres (PostgreSQL) 17.2 (Debian 17.2-1)`.
    private static func inspect(_ directory: String) async throws(ClusterError) -> PostgresBinaries {
        let result: ExecutionResult<Void, StringOutput<UTF8>, StringOutput<UTF8>>
        do {
            result = try await run(
                .path(FilePath("\(directory)/\(Program.postgres.rawValue)")), arguments: ["--version"],
                environment: ClusterTools.environment(), output: .string(limit: 8192), error: .string(limit: 8192))
        } catch {
            throw .binariesUnusable(directory: directory, reason: "\(error)")
        }
        let words = result.standardOutput.split(whereSeparator: \.isWhitespace)
        guard result.terminationStatus.isSuccess, words.count > 2, let major = Int(words[2].prefix(while: \.isNumber))
        else { throw .binariesUnusable(directory: directory, reason: result.standardOutput + result.standardError) }
        return PostgresBinaries(directory: directory, version: String(words[2]), majorVersion: major)
    }
}
