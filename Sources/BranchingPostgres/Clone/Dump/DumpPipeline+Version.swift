import FoundationEssentials

extension DumpPipeline {
    /// The major version of a program of PostgreSQL, by `--version`.
    ///
    /// - Parameter path: a path, or a name that is looked up in `PATH`.
    /// - Throws: ``DumpError/toolMissing(path:)``, ``DumpError/versionUnknown(path:)``, ``DumpError/cancelled``.
    package static func version(of path: String) async throws(DumpError) -> Int {
        let process = ToolProcess(
            path: path, arguments: ["--version"],
            environment: ToolEnvironment.neutral(inherited: ProcessInfo.processInfo.environment))
        guard let version = majorVersion(in: try await process.firstOutput()) else {
            throw .versionUnknown(path: path)
        }
        return version
    }

    /// Reads `pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` and `psql (PostgreSQL) 18beta1`.
    static func majorVersion(in text: String) -> Int? {
        guard let mark = text.firstRange(of: "(PostgreSQL) ") else { return nil }
        return Int(text[mark.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
}
