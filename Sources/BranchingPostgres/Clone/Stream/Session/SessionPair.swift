import Logging

/// A session on the source and one on the target, between which rows move. The calls block the pair's own queue.
actor SessionPair {
    /// How the sessions of a clone are opened.
    struct Endpoints: Sendable {
        var source: ConnectionParameters
        var target: ConnectionParameters
        /// The memory for index builds in one session, in bytes.
        var maintenanceMemory: Int
        var stop: StopSignal
        var logger: Logger
    }

    private let endpoints: Endpoints
    private let executor = DispatchQueueExecutor(label: "ayb.stream")
    private var sourceSession: StreamSession?
    private var targetSession: StreamSession?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ endpoints: Endpoints) {
        self.endpoints = endpoints
    }

    /// Works on the source; the first call opens the session.
    func onSource<Value: Sendable>(
        _ body: @Sendable (StreamSession) throws -> Value
    ) throws -> Value {
        try body(try source())
    }

    /// Works on the target; the first call opens the session.
    func onTarget<Value: Sendable>(
        _ body: @Sendable (StreamSession) throws -> Value
    ) throws -> Value {
        try body(try target())
    }

    /// Works on both.
    func onBoth<Value: Sendable>(
        _ body: @Sendable (_ source: StreamSession, _ target: StreamSession) throws -> Value
    ) throws -> Value {
        try body(try source(), try target())
    }

    /// Ends the session on the source, and with it its locks and its snapshot.
    func closeSource() {
        sourceSession = nil
    }

    /// Ends both sessions.
    func close() {
        sourceSession = nil
        targetSession = nil
    }

    private func source() throws -> StreamSession {
        if let sourceSession { return sourceSession }
        let session = try StreamSession(
            endpoints.source, side: .source, settings: StreamSetting.source, stop: endpoints.stop,
            logger: endpoints.logger)
        sourceSession = session
        return session
    }

    private func target() throws -> StreamSession {
        if let targetSession { return targetSession }
        let session = try StreamSession(
            endpoints.target, side: .target,
            settings: StreamSetting.target(maintenanceMemory: endpoints.maintenanceMemory),
            stop: endpoints.stop, logger: endpoints.logger)
        targetSession = session
        return session
    }
}
