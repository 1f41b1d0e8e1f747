package import DumpText

/// Why a dump could not be made or restored. No text holds a password.
package enum ToolError: Error, Sendable, Hashable {
    /// The program is missing or may not be run.
    case toolMissing(path: String)
    /// pg_dump failed; the message is its own.
    case sourceFailed(exit: ToolExit, message: String)
    /// psql failed; the message is its own.
    case targetFailed(exit: ToolExit, message: String)
    /// pg_restore failed to read an archive; the message is its own.
    case archiveFailed(exit: ToolExit, message: String)
    /// A server became unreachable while a program worked with it.
    case serverLost(side: String, why: String)
    /// The dump names a missing role where it cannot be left out.
    case roleMissing(RoleFilterRefusal)
    /// The password has a line break, which no password file can hold.
    case passwordUnusable(PostgresTool)
    /// A connection parameter that the tools must not be given, or whose text cannot be given to them.
    case parameterUnusable(name: String)
    /// The program ran, but did not say which version it is.
    case versionUnknown(path: String)
    /// The program is older than the server, so it refuses to dump it.
    case toolTooOld(path: String, version: Int, needed: Int)
    /// The dump has something that psql must not be given; the text says what.
    case dumpUnsafe(String)
    /// A program took longer than it may.
    case tookTooLong(seconds: Int)
    case cancelled
    /// An operating system call failed.
    case io(what: String, why: String)
}

extension ToolError {
    /// The error for the caller whose dump is refused.
    package init(_ refusal: DumpRefusal) {
        switch refusal {
        case .roleMissing(let refusal): self = .roleMissing(refusal)
        case .unsafe(let what): self = .dumpUnsafe(what)
        }
    }
}

extension ToolError: CustomStringConvertible {
    /// What failed, why, and what to do.
    package var description: String {
        switch self {
        case .toolMissing(let path):
            "The program '\(path)' was not found or cannot be run: install the PostgreSQL client programs, or set 'branching.pg_dump_path' and 'branching.psql_path'."
        case .sourceFailed(let exit, let message):
            "pg_dump failed (\(exit)): \(message)\(Self.explanation(of: message))"
        case .targetFailed(let exit, let message): "psql failed (\(exit)): \(message)"
        case .archiveFailed(let exit, let message): "pg_restore failed (\(exit)): \(message)"
        case .serverLost(let side, let why):
            "The \(side) can no longer be reached: \(why). Check the network between ayb-server and the \(side), and create the branch again."
        case .roleMissing(let refusal): refusal.description
        case .passwordUnusable(let tool):
            "The password for \(tool.rawValue) contains a line break, which a password file cannot hold: change the password of the role."
        case .parameterUnusable(let name):
            "The connection parameter '\(name)' cannot be given to pg_dump and psql: leave it out."
        case .versionUnknown(let path):
            "The program '\(path)' did not print its version: is it PostgreSQL's?"
        case .toolTooOld(let path, let version, let needed):
            "The program '\(path)' belongs to PostgreSQL \(version) and cannot dump a server of PostgreSQL \(needed): install its client programs, or set 'branching.pg_dump_path' and 'branching.psql_path'."
        case .dumpUnsafe(let what):
            "The dump is not restored: \(what). Install the newest minor release of PostgreSQL's client programs (or set 'branching.pg_dump_path' and 'branching.psql_path'); where they are, the source's server is not to be trusted."
        case .tookTooLong(let seconds):
            "A program of PostgreSQL did not end within \(seconds) s (branching.copy_timeout)."
        case .cancelled: "The dump was cancelled."
        case .io(let what, let why): "\(what): \(why)"
        }
    }

    /// pg_dump's messages carry no code; it runs in English, so that its text can be recognized.
    private static func explanation(of message: String) -> String {
        guard message.contains("LOCK TABLE"), message.contains("timeout") else { return "" }
        return
            " A table of the source is locked by another session, and was not free in time (database.lock_timeout): see pg_locks for who has an AccessExclusiveLock."
    }
}
