import BranchingCore
import FoundationEssentials
import Logging
import SystemPackage

/// One start of a private cluster. The caller holds the start lock.
struct ClusterLaunch: Sendable {
    let directory: ClusterDirectory
    let tools: ClusterTools
    let configuration: EmbeddedCluster.Configuration
    let logger: Logger

    /// Makes the data if it is missing, then adopts the running server or starts it.
    func run() async throws -> (Postmaster, password: Secret) {
        let isDurable = !configuration.settings.contains(.init("fsync", "off"))
        let initialization = ClusterInitialization(directory: directory, tools: tools, isDurable: isDurable)
        let password = try await initialization.ensureData()
        let end = ContinuousClock.now + configuration.startLimit
        if let postmaster = try await adopt(until: end) {
            logger.info("Adopted the private PostgreSQL that was running", metadata: ["pid": "\(postmaster.pid)"])
            return (postmaster, password)
        }
        return (try await startServer(until: end), password)
    }

    private var running: Postmaster? {
        Postmaster.running(in: directory.data, userID: directory.owner.userID)
    }

    /// Waits for a running server to accept connections. One that is stopping, or failed to start, goes away after a
    /// while: then there is none to adopt.
    private func adopt(until end: ContinuousClock.Instant) async throws -> Postmaster? {
        while let postmaster = running {
            if await isReady(postmaster) { return postmaster }
            guard ContinuousClock.now < end else {
                throw notStarted("it runs, but takes no connections yet; try again later")
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        return nil
    }

    private func isReady(_ postmaster: Postmaster) async -> Bool {
        let arguments = ["--host=\(postmaster.socketDirectory)", "--port=\(postmaster.port)", "--timeout=3", "--quiet"]
        return (try? await tools.run(.pgIsReady, arguments, limit: .seconds(10))) != nil
    }

    /// Starts the server, and retries after a passing failure: a killed server's processes are not gone yet, or another
    /// process has just taken the port.
    private func startServer(until end: ContinuousClock.Instant) async throws -> Postmaster {
        let isAfterCrash = FileManager.default.fileExists(atPath: "\(directory.data)/postmaster.pid")
        let patience = ContinuousClock.now + .seconds(20)
        while true {
            let port = try choosePort()
            try ClusterSettings(
                port: port, socketDirectory: directory.socketDirectory, additional: configuration.settings
            ).write(to: directory)
            do {
                try await launch()
            } catch let error as ClusterError {
                // It runs, but is not ready: it may be recovering from a crash.
                if let postmaster = try await adopt(until: end) { return postmaster }
                let mayPass = isAfterCrash || !LoopbackPort.isFree(port)
                guard mayPass, ContinuousClock.now < min(end, patience) else { throw notStarted(error.description) }
                try await Task.sleep(for: .milliseconds(250))
                continue
            }
            guard let postmaster = running else { throw notStarted("it ended right after its start") }
            logger.info(
                "Started the private PostgreSQL",
                metadata: ["pid": "\(postmaster.pid)", "port": "\(port)", "version": "\(tools.binaries.version)"])
            return postmaster
        }
    }

    /// Starts the server in its own session, and waits a while for it.
    private func launch() async throws {
        let arguments = [
            "start", "--pgdata=\(directory.data)", "--log=\(directory.startLog)", "--wait", "--silent", "--timeout=10",
        ]
        // In its own task: if cancelled half-way, the server would come up after we had looked for one to stop.
        let tools = tools
        _ = try await Task { try await tools.run(.pgCtl, arguments, limit: .seconds(30)) }.value
    }

    /// The port of the last start, or a new one if another process listens on it now.
    private func choosePort() throws(ClusterError) -> Int {
        let text = (try? String(contentsOfFile: directory.portFile, encoding: .utf8)) ?? ""
        let kept = Int(text.prefix { $0.isNumber })
        if let kept, LoopbackPort.isFree(kept) { return kept }
        let port = try LoopbackPort.choose()
        if let kept {
            logger.warning(
                "Another process listens on the port of the private PostgreSQL, which gets a new one",
                metadata: ["old": "\(kept)", "new": "\(port)"])
        }
        try DurableFile.write("\(port)\n", to: directory.portFile, permissions: .ownerReadWrite)
        return port
    }

    private func notStarted(_ reason: String) -> ClusterError {
        .notStarted(reason: reason, log: ClusterLog.lastLines(10, of: directory))
    }
}
