import FoundationEssentials

extension DumpPipeline {
    /// The major version of a program of PostgreSQL, by `--version`.
    ///
    /// - Parameter path: a path, or a name that is looked up in `PATH`.
    /// - Throws: ``DumpError/toolMissing(path:)``, ``DumpError/versionUnknown(path:)``, ``DumpError/cancelled``.
    package static func version(of path: String) async throws(DumpError) -> Int { try await release(of: path).major }

    /// The release of a program of PostgreSQL, by `--version`.
    ///
    /// - Parameter path: a path, or a name that is looked up in `PATH`.
    /// - Throws: ``DumpError/toolMissing(path:)``, ``DumpError/versionUnknown(path:)``, ``DumpError/cancelled``.
    package static func release(of path: String) async throws(DumpError) -> ProgramRelease {
        let process = ToolProcess(
            path: path, arguments: ["--version"],
            environment: ToolEnvironment.neutral(inherited: ProcessInfo.processInfo.environment))
        guard let release = ProgramRelease(versionText: try await process.firstOutput()) else {
            throw .versionUnknown(path: path)
        }
        return release
    }
}
