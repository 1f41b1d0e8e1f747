import BranchingCore
import FoundationEssentials
import Glibc
public import Logging
import SystemPackage

/// A private PostgreSQL, for use without an existing server: made at its first start, on the loopback address alone,
/// and stopped with us.
///
/// Its postmaster is no child of ours. If we crash, it runs on, and the next start adopts it. Several processes may
/// share a directory: the first to start it owns it and stops it; if the owner goes, another that runs it as a
/// `Service` starts it again and takes its place.
///
/// ```swift
/// let cluster = EmbeddedCluster(configuration: .init(directory: "/var/lib/ayb/postgres"), logger: logger)
/// let endpoint = try await cluster.start()
/// ```
public actor EmbeddedCluster {
    /// The superuser of every private cluster.
    public static let user = "ayb"
    /// The database for the user's own data.
    public static let database = "ayb"
    /// The address it listens on.
    static let host = "127.0.0.1"

    let configuration: Configuration
    let logger: Logger
    /// Set as soon as it is prepared, so that an interrupted start can be stopped.
    private var directory: ClusterDirectory?
    private var started: Started?
    private var ownership: ClusterLock?

    /// Takes the configuration. Nothing happens before the start.
    public init(configuration: Configuration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    private struct Started {
        var postmaster: Postmaster
        var endpoint: Endpoint
    }

    /// Whether it was started and its postmaster is alive.
    public var isRunning: Bool { started?.postmaster.isAlive ?? false }

    /// Whether the cluster stops with us, and not with another process.
    public var isOwner: Bool { ownership != nil }

    /// Starts the cluster, or adopts it if it already runs, and waits until it accepts connections. Does nothing if it
    /// was started and still runs.
    ///
    /// - Returns: how to reach it.
    /// - Throws: ``ClusterError``.
    @discardableResult
    public func start() async throws -> Endpoint {
        if let started, started.postmaster.isAlive { return started.endpoint }
        let owner = try ClusterOwner.current()
        let binaries = try await PostgresBinaries.find(in: configuration.binaryDirectory)
        let directory = try await ClusterDirectory.prepare(configuration.directory, owner: owner)
        let lock = try await ClusterLock.acquire(
            directory.startLock, of: directory.path, limit: configuration.startLimit)
        defer { withExtendedLifetime(lock) {} }
        self.directory = directory
        if ownership == nil { ownership = try ClusterLock.tryAcquire(directory.ownerLock) }
        let launch = ClusterLaunch(
            directory: directory, tools: ClusterTools(binaries: binaries, owner: owner), configuration: configuration,
            logger: logger)
        do {
            let (postmaster, password) = try await launch.run()
            let endpoint = Endpoint(
                host: Self.host, port: postmaster.port, socketDirectory: postmaster.socketDirectory, user: Self.user,
                password: password, database: Self.database)
            started = Started(postmaster: postmaster, endpoint: endpoint)
            return endpoint
        } catch {
            started = nil
            // A server that runs but is not ready stays ours to stop.
            if Postmaster.running(in: directory.data, userID: owner.userID) == nil { ownership = nil }
            throw error
        }
    }

    /// Stops the cluster if it is ours: ends sessions and writes everything. After the configured limit it stops at
    /// once, and the next start recovers.
    public func stop() async {
        defer {
            started = nil
            ownership = nil
        }
        guard ownership != nil, let directory else { return }
        // Even without the lock: a start that hangs must not keep us from stopping.
        let lock = try? await ClusterLock.acquire(directory.startLock, of: directory.path, limit: .seconds(10))
        defer { withExtendedLifetime(lock) {} }
        guard let postmaster = Postmaster.running(in: directory.data, userID: directory.owner.userID) else { return }
        postmaster.signal(SIGINT)
        if await postmaster.waitForExit(limit: configuration.stopLimit) { return }
        logger.warning(
            "The private PostgreSQL did not stop in time; it is stopped at once", metadata: ["pid": "\(postmaster.pid)"]
        )
        postmaster.signal(SIGQUIT)
        if await postmaster.waitForExit(limit: .seconds(15)) { return }
        logger.error("The private PostgreSQL does not stop", metadata: ["pid": "\(postmaster.pid)"])
    }

    /// The last lines of its log.
    func lastLogLines() -> [String] {
        directory.map { ClusterLog.lastLines(10, of: $0) } ?? []
    }
}
