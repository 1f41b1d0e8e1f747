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

        init(_ values: ConfigurationValues) {
            url = values.secret(.databaseURL)
            embedded = values.flag(.databaseEmbedded)
            embeddedDataDirectory = values.text(.databaseEmbeddedDataDirectory)
            binDirectory = values.text(.databaseBinDirectory)
        }
    }
}
