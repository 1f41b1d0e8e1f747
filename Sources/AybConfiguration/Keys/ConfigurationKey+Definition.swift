import FoundationEssentials

extension ConfigurationKey {
    /// What a key accepts, its default, and its purpose.
    package struct Definition: Sendable {
        /// What it accepts.
        package let kind: ConfigurationKind
        /// The default; nil if that is decided elsewhere.
        package let standard: ConfigurationValue?
        /// Its purpose, in one sentence.
        package let purpose: String

        init(_ kind: ConfigurationKind, _ standard: ConfigurationValue? = nil, _ purpose: String) {
            self.kind = kind
            self.standard = standard
            self.purpose = purpose
        }
    }

    /// The table of keys.
    package var definition: Definition {
        switch self {
        case .serverHost: .init(.text(orEmpty: true), .text("127.0.0.1"), "Address to listen on; empty: no TCP.")
        case .serverPort: .init(.number(0...65535), .number(8090), "TCP port; 0: any free one.")
        case .serverSocket: .init(.path, nil, "Unix socket to listen on; by default run/ayb.sock in AYB_HOME.")
        case .serverBodyLimit:
            .init(.number(1024...67_108_864), .number(1_048_576), "Largest request body, in bytes.")
        case .serverShutdownTimeout:
            .init(.number(1...3600), .number(30), "Seconds that a stop waits for running work.")
        case .serverMaxConnections:
            .init(
                .number(16...65_536), .number(512), "TCP connections at once; beyond that, the longest idle is closed.")
        case .serverMaxConnectionsPerAddress:
            .init(.number(1...65_536), .number(128), "TCP connections at once from one address without a key.")
        case .tlsCertificate: .init(.path, nil, "Certificate chain for TLS, PEM.")
        case .tlsKey: .init(.path, nil, "Private key for TLS, PEM.")
        case .databaseURL: .init(.secret, nil, "Connection string of the database to branch.")
        case .databaseEmbedded:
            .init(.flag, .flag(true), "Whether to run a private PostgreSQL if no database URL is set.")
        case .databaseEmbeddedDataDirectory: .init(.path, nil, "Data of the private PostgreSQL.")
        case .databaseBinDirectory: .init(.path, nil, "Directory with the programs of PostgreSQL.")
        case .databaseConnectTimeout:
            .init(.number(1...30), .number(10), "Seconds that a server may take to answer a connect.")
        case .databaseLockTimeout:
            .init(.number(1...3600), .number(30), "Seconds to wait for another session's lock.")
        case .databaseStatementTimeout:
            .init(.number(1...86_400), .number(60), "Seconds that one statement may take, except those of a copy.")
        case .databaseResultLimit:
            .init(
                .number(1_048_576...17_179_869_184), .number(134_217_728),
                "Bytes that a server may send in answer to one call.")
        case .databaseForeignConnections:
            .init(.number(1...64), .number(16), "Connections at once to databases that users name by URL.")
        case .databaseAllowSocketSources:
            .init(.flag, .flag(false), "Whether users may name Unix sockets of the server's host.")
        case .branchingEnabled: .init(.flag, .flag(true), "Whether branching is on.")
        case .branchingControlDatabase:
            .init(.identifier, .text("ayb_control"), "Database that holds the records of branches.")
        case .branchingJobs:
            .init(
                .number(1...64), .number(min(8, max(1, ProcessInfo.processInfo.activeProcessorCount))),
                "Workers of one stream clone, each with a connection at both ends; by default the processors, at most 8."
            )
        case .branchingMaxConcurrent:
            .init(.number(1...64), .number(4), "Clones that may run at once in one cluster; the rest wait in order.")
        case .branchingCopyTimeout:
            .init(
                .number(60...2_592_000), .number(86_400),
                "Seconds that one statement or program of a clone may take, or a DROP DATABASE.")
        case .branchingLogins:
            .init(.flag, .flag(false), "Whether each branch gets a PostgreSQL role for itself; needs CREATEROLE.")
        case .branchingPgDumpPath: .init(.path, nil, "The program pg_dump.")
        case .branchingPsqlPath: .init(.path, nil, "The program psql.")
        case .adminToken: .init(.secret, nil, "Admin token, at least 16 characters.")
        case .adminTokenFile: .init(.path, nil, "File that holds the admin token.")
        case .adminDashboard: .init(.flag, .flag(true), "Whether browsers get the dashboard.")
        case .adminPath: .init(.dashboardPath, .text("/admin"), "Path of the dashboard.")
        case .adminAuditDays:
            .init(.number(1...3650), .number(90), "Days that lines of the audit trail are kept.")
        case .metricsListen:
            .init(.text(orEmpty: true), nil, "Address and port where anybody may read the metrics; empty: none.")
        case .loggingLevel:
            .init(
                .choice(["trace", "debug", "info", "notice", "warning", "error", "critical"]), .text("info"),
                "Lowest level to log.")
        case .loggingFormat: .init(.choice(["text", "json"]), .text("text"), "How the log is written.")
        case .cliURL: .init(.text(orEmpty: false), nil, "Server that ayb talks to.")
        case .cliAPIKey: .init(.secret, nil, "Key that ayb sends.")
        case .cliAPIKeyFile: .init(.path, nil, "File that holds the key that ayb sends.")
        case .cliOutput: .init(.choice(["table", "json"]), .text("table"), "How ayb prints.")
        }
    }
}
