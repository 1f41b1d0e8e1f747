package import BranchingCore

extension Configuration {
    /// The database to branch, or the private PostgreSQL instead.
    package struct Database: Sendable, Hashable {
        /// The connection string.
        package let url: Secret?
        /// Whether to run a private PostgreSQL if there is no connection string.
        package let embedded: Bool
        /// The private PostgreSQL's data; nil for `postgres` in `AYB_HOME`.
        package let embeddedDataDirectory: String?
        /// The directory with PostgreSQL's programs; nil to search for it.
        package let binDirectory: String?
        /// How long a server may take to answer a connect, in seconds: 1 to 30.
        package let connectTimeout: Int
        /// How long to wait for another session's lock, in seconds.
        package let lockTimeout: Int
        /// How long one statement may take, in seconds.
        package let statementTimeout: Int
        /// The most bytes that a server may send in answer to one call.
        package let resultLimit: Int
        /// The most concurrent connections to databases that users name by URL.
        package let foreignConnections: Int
        /// Whether users may name Unix sockets of the server's host.
        package let allowsSocketSources: Bool

        init(_ values: ConfigurationValues) {
            url = values.secret(.databaseURL)
            embedded = values.flag(.databaseEmbedded)
            embeddedDataDirectory = values.text(.databaseEmbeddedDataDirectory)
            binDirectory = values.text(.databaseBinDirectory)
            connectTimeout = values.number(.databaseConnectTimeout)
            lockTimeout = values.number(.databaseLockTimeout)
            statementTimeout = values.number(.databaseStatementTimeout)
            resultLimit = values.number(.databaseResultLimit)
            foreignConnections = values.number(.databaseForeignConnections)
            allowsSocketSources = values.flag(.databaseAllowSocketSources)
        }
    }
}
