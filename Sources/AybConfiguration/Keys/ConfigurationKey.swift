/// Every key, by its name in ayb.toml.
///
/// ``definition`` is the one table behind reading files, reading the environment and error texts.
package enum ConfigurationKey: String, Sendable, Hashable, CaseIterable {
    case serverHost = "server.host"
    case serverPort = "server.port"
    case serverSocket = "server.socket"
    case serverBodyLimit = "server.body_limit"
    case serverShutdownTimeout = "server.shutdown_timeout"
    case serverMaxConnections = "server.max_connections"
    case serverMaxConnectionsPerAddress = "server.max_connections_per_address"
    case tlsCertificate = "server.tls.certificate"
    case tlsKey = "server.tls.key"
    case databaseURL = "database.url"
    case databaseEmbedded = "database.embedded"
    case databaseEmbeddedDataDirectory = "database.embedded_data_dir"
    case databaseBinDirectory = "database.bin_dir"
    case databaseConnectTimeout = "database.connect_timeout"
    case databaseLockTimeout = "database.lock_timeout"
    case databaseStatementTimeout = "database.statement_timeout"
    case databaseResultLimit = "database.result_limit"
    case databaseForeignConnections = "database.foreign_connections"
    case databaseAllowSocketSources = "database.allow_socket_sources"
    case branchingEnabled = "branching.enabled"
    case branchingControlDatabase = "branching.control_database"
    case branchingJobs = "branching.jobs"
    case branchingMaxConcurrent = "branching.max_concurrent"
    case branchingCopyTimeout = "branching.copy_timeout"
    case branchingLogins = "branching.logins"
    case branchingPgDumpPath = "branching.pg_dump_path"
    case branchingPsqlPath = "branching.psql_path"
    case adminToken = "admin.token"
    case adminTokenFile = "admin.token_file"
    case adminDashboard = "admin.dashboard"
    case adminPath = "admin.path"
    case adminAuditDays = "admin.audit_days"
    case metricsListen = "metrics.listen"
    case loggingLevel = "logging.level"
    case loggingFormat = "logging.format"
    case cliURL = "cli.url"
    case cliAPIKey = "cli.api_key"
    case cliAPIKeyFile = "cli.api_key_file"
    case cliOutput = "cli.output"
}

extension ConfigurationKey {
    /// The key's section, such as `server.tls`.
    package var section: String { rawValue.split(separator: ".").dropLast().joined(separator: ".") }

    /// The name of the key in its section.
    package var name: String { rawValue.split(separator: ".").last.map(String.init) ?? rawValue }

    /// The environment variables that set the key; the first one set counts.
    package var variables: [String] {
        let long = "AYB_" + String(rawValue.map { $0 == "." ? "_" : $0 }).uppercased()
        return switch self {
        case .cliURL: ["AYB_URL", long]
        case .cliAPIKey: ["AYB_API_KEY", long]
        default: [long]
        }
    }

    /// Whether the key may be in ayb.toml; the API key belongs in its own file.
    package var isAllowedInFile: Bool { self != .cliAPIKey }

    /// Whether the key counts without `ayb trust` in an ayb.toml that was found in the working directory: it names no
    /// program, directory, database or key, and changes nothing on the machine. No key or connection string is sent to
    /// such a URL.
    package var isHarmless: Bool { self == .cliURL || self == .cliOutput }
}

/// A value from the command line.
package struct ConfigurationFlag: Sendable {
    /// The key that it sets.
    package let key: ConfigurationKey
    /// The flag, such as `--port`.
    package let name: String
    /// The value as given.
    package let text: String

    /// A flag, or nil if it was not given.
    package init?(_ key: ConfigurationKey, _ name: String, _ text: String?) {
        guard let text else { return nil }
        self.key = key
        self.name = name
        self.text = text
    }
}
