extension Configuration {
    /// How branches are made.
    package struct Branching: Sendable, Hashable {
        /// Whether branching is on.
        package let enabled: Bool
        /// The database with the records.
        package let controlDatabase: String
        /// Workers of one stream clone: 1 to 64.
        package let jobs: Int
        /// Clones that may run at once in one cluster: 1 to 64.
        package let maxConcurrent: Int
        /// How long one statement or program of a clone may take, in seconds.
        package let copyTimeout: Int
        /// Whether each branch gets a PostgreSQL role for itself.
        package let logins: Bool
        /// The program pg_dump; nil to search for it.
        package let pgDumpPath: String?
        /// The program psql; nil to search for it.
        package let psqlPath: String?

        init(_ values: ConfigurationValues) {
            enabled = values.flag(.branchingEnabled)
            controlDatabase = values.text(.branchingControlDatabase) ?? ""
            jobs = values.number(.branchingJobs)
            maxConcurrent = values.number(.branchingMaxConcurrent)
            copyTimeout = values.number(.branchingCopyTimeout)
            logins = values.flag(.branchingLogins)
            pgDumpPath = values.text(.branchingPgDumpPath)
            psqlPath = values.text(.branchingPsqlPath)
        }
    }
}
