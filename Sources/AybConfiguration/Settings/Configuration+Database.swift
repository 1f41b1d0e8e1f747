package import BranchingCore

extension Configuration {
    /// The database to branch, or the private PostgreSQL in its place.
    package struct Database: Sendable, Hashable {
        /// The connection string.
        package let url: Secret?
        /// Whether a private PostgreSQL is run where there is no connection string.
        package let embedded: Bool
        /// The data of the private PostgreSQL; nil for `postgres` in `AYB_HOME`.
        package let embeddedDataDirectory: String?
        /// The directory with PostgreSQL's programs; nil to look for it.
        package let binDirectory: String?
        /// How long a server may take to answer a connect, in seconds: 1 to 30.
        package let connectTimeout: Int
        /// How long a lock of another session is waited for, in seconds.
        package let lockTimeout: Int
        /// How long one statement may take, in seconds.
        package let statementTimeout: Int
        /// What a server may send in answer to one call, in bytes.
        package let resultLimit: Int
        /// Connections at once to databases that users name by URL.
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
