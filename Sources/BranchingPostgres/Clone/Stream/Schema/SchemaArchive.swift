import DumpText
import PostgresTools
import SystemPackage

/// The schema of the source at the snapshot, in an archive that pg_dump writes; its sections can be extracted one by
/// one.
struct SchemaArchive: Sendable {
    /// A part of an archive (manual, pg_restore, --section).
    enum Section: String, Sendable {
        /// All that tables need to take rows.
        case preData = "pre-data"
        /// Indexes, constraints, triggers, rules, policies.
        case postData = "post-data"
    }

    private let directory: PrivateDirectory
    private let programs: ToolPrograms
    private let keepsTablespaces: Bool
    /// Whether the planner's statistics are in it too, which PostgreSQL 18 can carry over.
    let hasStatistics: Bool

    private var file: FilePath { directory.path.appending("schema.dump") }

    /// The longest accepted section, in bytes.
    private static let limit = 1 << 30

    /// Runs pg_dump.
    ///
    /// - Parameters:
    ///   - keepsTablespaces: whether objects keep theirs; if not, they go to the target's default.
    ///   - wantsStatistics: whether the target can take statistics, if pg_dump can read them.
    ///   - watch: watches the source meanwhile.
    ///   - lockTimeout: how long pg_dump may wait for a table, in milliseconds.
    static func make(
        of source: ToolEndpoint, at snapshot: SourceSnapshot, programs: ToolPrograms, keepsTablespaces: Bool,
        wantsStatistics: Bool, watch: ReachabilityWatch, lockTimeout: Int = 5000
    ) async throws -> SchemaArchive {
        PrivateDirectory.removeLeftovers(in: PrivateDirectory.parent)
        let isStatistical = wantsStatistics ? try await ToolRelease.of(programs.pgDump).major >= 18 : false
        let archive = SchemaArchive(
            directory: try PrivateDirectory(in: PrivateDirectory.parent), programs: programs,
            keepsTablespaces: keepsTablespaces,
            hasStatistics: isStatistical)
        do {
            let dump = try ToolRun(
                .pgDump, at: programs.pgDump,
                arguments: [
                    "--format=custom", "--compress=0", "--no-password", "--no-subscriptions",
                    "--quote-all-identifiers", "--encoding=UTF8", "--snapshot=\(snapshot.name)",
                    "--lock-wait-timeout=\(lockTimeout)", "--file=\(archive.file)",
                ] + (isStatistical ? ["--no-data", "--statistics"] : ["--schema-only"]),
                connectingTo: source, in: archive.directory)
            let (exit, _, message) = try await ReachabilityWatch.watching([watch], within: watch.parameters.limits.copy)
            {
                try await dump.output(limit: 1 << 20)
            }
            guard exit.isSuccess else { throw ToolError.sourceFailed(exit: exit, message: message) }
        } catch {
            archive.remove()
            throw error
        }
        return archive
    }

    /// A section.
    func text(_ section: Section) async throws -> SchemaText {
        let restore = ToolRun(
            at: programs.pgRestore,
            arguments: ["--section=\(section.rawValue)", "--file=-"] + (keepsTablespaces ? [] : ["--no-tablespaces"])
                + (hasStatistics ? ["--no-statistics"] : []) + [file.string])
        let (exit, text, message) = try await restore.output(limit: Self.limit)
        guard exit.isSuccess else { throw ToolError.archiveFailed(exit: exit, message: message) }
        return SchemaText(text: text)
    }

    /// Gives the target the planner's statistics.
    ///
    /// - Parameters:
    ///   - jobs: how many sessions to use.
    ///   - watch: watches the target meanwhile.
    func restoreStatistics(
        to target: ToolEndpoint, jobs: Int, watch: ReachabilityWatch
    ) async throws {
        let restore = try ToolRun(
            .pgRestore, at: programs.pgRestore,
            arguments: [
                "--statistics-only", "--exit-on-error", "--no-password", "--jobs=\(jobs)",
                "--dbname=\(target.database)", file.string,
            ], connectingTo: target, in: directory)
        let (exit, _, message) = try await ReachabilityWatch.watching([watch], within: watch.parameters.limits.copy) {
            try await restore.output(limit: 1 << 20)
        }
        guard exit.isSuccess else { throw ToolError.archiveFailed(exit: exit, message: message) }
    }

    /// Removes the file.
    func remove() {
        directory.remove()
    }
}

/// A section of the schema, as text. Statements come one by one: with their tokens they are many times as large.
struct SchemaText: Sendable {
    let text: String

    /// Takes each statement, in order.
    ///
    /// - Throws: what the body throws first; no more statements are taken then.
    func forEachStatement<Failure: Error>(
        _ body: (DumpStatement) throws(Failure) -> Void
    ) throws(Failure) {
        var failure: Failure?
        var splitter = DumpStatementSplitter()
        var text = text
        text.withUTF8 { bytes in
            splitter.split(UnsafeRawBufferPointer(bytes)) { piece in
                guard failure == nil, case .statement(let statement) = piece else { return }
                do throws(Failure) { try body(statement) } catch { failure = error }
            }
        }
        if let failure { throw failure }
    }
}
