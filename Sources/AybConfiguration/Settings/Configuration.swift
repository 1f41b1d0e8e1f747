package import BranchingCore

/// The whole configuration, from ayb.toml, the environment and flags.
package struct Configuration: Sendable {
    /// `[server]`.
    package let server: Server
    /// `[database]`.
    package let database: Database
    /// `[branching]`.
    package let branching: Branching
    /// `[admin]`.
    package let admin: Admin
    /// Where the dashboard is; nil for none.
    package let dashboard: DashboardPath?
    /// How many days lines of the audit trail are kept.
    package let auditDays: Int
    /// `[metrics]`; nil if they have no listener.
    package let metrics: Metrics?
    /// `[logging]`.
    package let logging: Logging
    /// `[cli]`.
    package let client: Client
    /// The ayb.toml that was read, if any.
    package let file: ConfigurationFile.Identity?
    /// Odd but harmless findings, for people.
    package let warnings: [String]
    private let values: ConfigurationValues

    /// Reads the configuration.
    ///
    /// - Parameters:
    ///   - flags: values from the command line; nil for a flag that was not given.
    ///   - path: the file that `--config` names.
    ///   - process: environment and directories.
    /// - Throws: ``ConfigurationError``.
    package static func load(
        flags: [ConfigurationFlag?] = [], path: String? = nil, process: ProcessContext = .current()
    ) throws(ConfigurationError) -> Configuration {
        let file = try ConfigurationFileSearch(named: path, process: process).find()
        let loader = ConfigurationLoader(flags: flags.compactMap(\.self), file: file, process: process)
        return try Configuration(loader.load(), file: file?.identity, warnings: loader.warnings())
    }

    init(
        _ values: ConfigurationValues, file: ConfigurationFile.Identity? = nil, warnings: [String] = []
    ) throws(ConfigurationError) {
        self.values = values
        self.file = file
        self.warnings = warnings
        server = try Server(values)
        database = Database(values)
        branching = Branching(values)
        admin = try Admin(values)
        dashboard = values.flag(.adminDashboard) ? values.text(.adminPath).flatMap { DashboardPath($0) } : nil
        auditDays = values.number(.adminAuditDays)
        metrics = try Metrics(values)
        logging = Logging(values)
        client = Client(values)
    }

    /// The origin of a key's value.
    package func origin(_ key: ConfigurationKey) -> ConfigurationOrigin { values.origin(key) }
}
