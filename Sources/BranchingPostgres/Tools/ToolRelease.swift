/// The release of one of PostgreSQL's programs.
package struct ToolRelease: Sendable, Hashable {
    /// The major version, such as 15.
    package var major: Int
    /// The minor release; nil for a development version.
    package var minor: Int?

    /// Reads `pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` and `psql (PostgreSQL) 18beta1`.
    package init?(versionText text: String) {
        guard let mark = text.firstRange(of: "(PostgreSQL) ") else { return nil }
        let rest = text[mark.upperBound...]
        let isDigit = { (character: Character) in character.isASCII && character.isNumber }
        guard let major = Int(rest.prefix(while: isDigit)) else { return nil }
        self.major = major
        let behind = rest.drop(while: isDigit)
        minor = behind.first == "." ? Int(behind.dropFirst().prefix(while: isDigit)) : nil
    }

    /// Asks a program, by `--version`.
    ///
    /// - Parameter path: a path, or a name that is looked up in `PATH`.
    /// - Throws: ``ToolError/toolMissing(path:)``, ``ToolError/versionUnknown(path:)``, ``ToolError/cancelled``.
    package static func of(_ path: String) async throws -> ToolRelease {
        let text = try await ToolRun(at: path, arguments: ["--version"]).firstOutput()
        guard let release = ToolRelease(versionText: text) else { throw ToolError.versionUnknown(path: path) }
        return release
    }

    /// Whether its pg_dump itself loads partitions by the hash of an enum through their root: since the releases of
    /// 2023-05-11 (release notes of 13.11, 14.8 and 15.3). Otherwise the partition the rows came from refuses them,
    /// because enum labels have other OIDs, and so other hashes, in each database.
    package var loadsHashPartitionsThroughRoot: Bool {
        if major >= 16 { return true }
        guard let first = [13: 11, 14: 8, 15: 3][major] else { return false }
        return (minor ?? 0) >= first
    }

    /// Whether its pg_dump begins a script with `\restrict`: since the releases of 2025-08-14 (release notes of 13.22, 14.19,
    /// 15.14, 16.10 and 17.6), and in all of 18.
    package var writesRestriction: Bool {
        if major >= 18 { return true }
        guard let first = [13: 22, 14: 19, 15: 14, 16: 10, 17: 6][major] else { return false }
        return (minor ?? 0) >= first
    }
}
