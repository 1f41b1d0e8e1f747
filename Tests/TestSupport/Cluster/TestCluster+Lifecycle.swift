import BranchingPostgres

extension TestCluster {
    /// How a server is stopped (manual section 19.5).
    package enum StopMode: String, Sendable {
        /// Sessions are ended, and the next start needs no recovery.
        case fast
        /// Like a crash: the next start must recover.
        case immediate
    }

    /// A test's own cluster, for tests that stop it, fill it, or change it for all databases. It is removed with the
    /// last reference.
    ///
    /// - Parameter version: a major version means its newest minor release; nil means that of the installed one.
    package static func fresh(version: TestedVersion? = nil) async throws -> TestCluster {
        try await make(binaries: AvailableVersions.shared.binaries(version: version))
    }

    /// The cluster that this process's tests share, started on first use. Make databases and roles in it under unique
    /// names, and never stop it.
    ///
    /// - Parameter version: a major version means its newest minor release; nil means that of the installed one.
    package static func shared(version: TestedVersion? = nil) async throws -> TestCluster {
        try await SharedClusters.shared.cluster(version: version)
    }

    /// The minor releases that tests can run on, oldest first: the installed one, and what `Scripts/fetch-postgres.sh`
    /// unpacked into the directory `AYB_TEST_POSTGRES`.
    package static func availableVersions() async throws -> [TestedVersion] {
        try await AvailableVersions.shared.all().keys.sorted()
    }

    /// Whether tests can run on some minor release of a major version.
    package static func isAvailable(_ version: TestedVersion) async throws -> Bool {
        try await availableVersions().contains { $0.major == version.major }
    }

    /// Whether the server has contrib's extensions, which some packages of old versions lack.
    package func hasContrib() async throws -> Bool {
        try await psql("SELECT count(*) FROM pg_available_extensions WHERE name IN ('hstore', 'pg_trgm', 'citext')")
            == "3"
    }

    /// Starts the server and waits until it accepts connections.
    package func start() async throws {
        try await tools.run(
            .pgCtl, ["start", "--pgdata=\(dataDirectory)", "--log=\(logFile)", "--wait", "--timeout=60"])
    }

    /// Stops the server and waits until it is gone.
    package func stop(mode: StopMode = .fast) async throws {
        try await tools.run(
            .pgCtl, ["stop", "--pgdata=\(dataDirectory)", "--mode=\(mode.rawValue)", "--wait", "--timeout=60"])
    }

    /// Stops the server, starts it again, and waits until it accepts connections.
    package func restart(mode: StopMode = .fast) async throws {
        try await stop(mode: mode)
        try await start()
    }
}
