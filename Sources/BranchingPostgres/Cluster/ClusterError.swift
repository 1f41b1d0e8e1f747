/// What keeps the private PostgreSQL from running.
public enum ClusterError: Error, Sendable, Hashable {
    /// No PostgreSQL was found on this machine.
    case binariesNotFound(lookedAt: [String])
    /// The configured directory lacks programs.
    case binariesIncomplete(directory: String, missing: [String])
    /// The server in the directory does not run.
    case binariesUnusable(directory: String, reason: String)
    /// We are root, which PostgreSQL refuses to run as, and there is no other user to run it.
    case noUser(name: String)
    /// A file or directory is not as required; the text says which, why, and what to do.
    case directory(String)
    /// The data directory has another major version than the programs.
    case versionMismatch(dataDirectory: String, dataVersion: Int, binaries: PostgresBinaries)
    /// Another process has been starting or stopping the cluster for too long.
    case busy(directory: String)
    /// A PostgreSQL program failed; the text is its output.
    case programFailed(program: String, status: String, output: String)
    /// The server did not start; `log` has its last log lines.
    case notStarted(reason: String, log: [String])
    /// The cluster is not running, because it was never started or has been stopped.
    case stopped
}

extension ClusterError: CustomStringConvertible {
    /// What failed, why, and what to do next.
    public var description: String {
        switch self {
        case .binariesNotFound(let places):
            "No PostgreSQL server was found (looked at: \(places.joined(separator: ", "))). Install one, as with 'apt install postgresql', set database.bin_dir to its bin directory, or set database.url to a running server."
        case .binariesIncomplete(let directory, let missing):
            "The directory '\(directory)' lacks \(missing.joined(separator: ", ")). Set database.bin_dir to the bin directory of a PostgreSQL server, such as /usr/lib/postgresql/17/bin; 'apt install postgresql' installs one."
        case .binariesUnusable(let directory, let reason):
            "The PostgreSQL server in '\(directory)' does not run: \(reason). Reinstall it, or set database.bin_dir to another."
        case .noUser(let name):
            "PostgreSQL does not run as root, and there is no user '\(name)' to run it as. Add the user ('apt install postgresql' or 'useradd --system \(name)'), or run ayb-server as an ordinary user."
        case .directory(let text): text
        case .versionMismatch(let directory, let version, let binaries):
            Self.upgradeText(directory, from: version, to: binaries)
        case .busy(let directory):
            "Another process is starting or stopping the PostgreSQL in '\(directory)' and did not finish in time. Try again; if that does not help, look for an ayb-server that hangs."
        case .programFailed(let program, let status, let output):
            "\(program) failed (\(status)): \(output)"
        case .notStarted(let reason, let log):
            "The private PostgreSQL did not start: \(reason)"
                + (log.isEmpty ? "" : "\nThe end of its log:\n" + log.map { "  \($0)" }.joined(separator: "\n"))
        case .stopped: "The private PostgreSQL is not running."
        }
    }

    private static func upgradeText(_ directory: String, from version: Int, to binaries: PostgresBinaries) -> String {
        let old = "/usr/lib/postgresql/\(version)/bin"
        let new = binaries.directory
        return """
            The data in '\(directory)' belongs to PostgreSQL \(version), and the programs in '\(new)' to \
            PostgreSQL \(binaries.majorVersion). Nothing was changed. Do one of the following, with ayb-server stopped:
              - stay with PostgreSQL \(version): install it and set database.bin_dir to its bin directory (\(old));
              - upgrade (keep a copy of the directory until everything works), as the user who owns it:
                  \(new)/initdb -D \(directory)-new -U ayb -E UTF8 -A scram-sha-256 --pwprompt
                  \(new)/pg_upgrade -b \(old) -B \(new) -d \(directory) -D \(directory)-new -U ayb
                and then replace '\(directory)' with '\(directory)-new';
              - start over from a dump: with the programs of \(version), '\(old)/pg_dumpall -U ayb > all.sql'; \
            move '\(directory)' away, start ayb-server, and run 'psql -U ayb -f all.sql postgres'.
            """
    }
}
