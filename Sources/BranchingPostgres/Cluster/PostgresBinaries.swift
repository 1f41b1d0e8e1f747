/// A directory with PostgreSQL's server programs. They are found, never downloaded.
public struct PostgresBinaries: Sendable, Hashable {
    /// The directory, such as `/usr/lib/postgresql/17/bin`.
    public let directory: String
    /// The version, such as `17.2`.
    public let version: String
    /// The major version, such as 17. A data directory belongs to one major version (manual section 19.6).
    public let majorVersion: Int

    /// The path of a program. It need not exist: see ``Program``.
    public func path(of program: Program) -> String {
        "\(directory)/\(program.rawValue)"
    }

    /// The programs that ayb uses.
    public enum Program: String, Sendable, Hashable, CaseIterable {
        /// Makes a data directory.
        case initdb
        /// The server.
        case postgres
        /// Starts the server and leaves it running on its own.
        case pgCtl = "pg_ctl"
        /// Asks a server whether it accepts connections.
        case pgIsReady = "pg_isready"
        /// The terminal client. Some packages have it elsewhere.
        case psql
        /// Dumps a database. Some packages have it elsewhere.
        case pgDump = "pg_dump"
        /// Copies a running cluster. Some packages have it elsewhere.
        case pgBasebackup = "pg_basebackup"

        /// Whether a cluster runs without it.
        var isOptional: Bool { self == .psql || self == .pgDump || self == .pgBasebackup }
    }
}
