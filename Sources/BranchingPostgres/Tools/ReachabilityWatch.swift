package import Logging
package import PostgresLink
import Synchronization

/// Watches whether a server can be reached while a program of PostgreSQL talks to it.
///
/// The program waits forever for an answer that the network lost behind a proxy, out of reach of TCP keep-alive; only
/// new connections tell.
package struct ReachabilityWatch: Sendable {
    let side: ServerSide
    package let parameters: ConnectionParameters
    let logger: Logger

    package init(side: ServerSide, parameters: ConnectionParameters, logger: Logger) {
        self.side = side
        self.parameters = parameters
        self.logger = logger
    }

    /// How often a connection is tried.
    private static let interval = Duration.seconds(5)
    /// The server counts as lost after this long without one.
    private static let limit = Duration.seconds(20)
    private static let step = Duration.milliseconds(500)

    /// Runs something that needs servers; cancels it if one of them is lost or if it takes too long.
    ///
    /// - Throws: ``ToolError/serverLost(side:why:)``, ``ToolError/tookTooLong(seconds:)``, or what the body throws.
    package static func watching<Value: Sendable>(
        _ watches: [ReachabilityWatch], within limit: Duration,
        while body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let (result, loss) = await withTaskGroup(of: Event<Value>.self) { group in
            group.addTask {
                do { return .ended(.success(try await body())) } catch {
                    return .ended(.failure(error))
                }
            }
            group.addTask {
                do { try await Task.sleep(for: limit) } catch { return .lost(nil) }
                return .lost(.tookTooLong(seconds: limit.wholeSeconds))
            }
            for watch in watches { group.addTask { .lost(await watch.loss()) } }
            var result: Result<Value, any Error> = .failure(ToolError.cancelled)
            var loss: ToolError?
            for await event in group {
                switch event {
                case .ended(let outcome): result = outcome
                case .lost(let reason): loss = loss ?? reason
                }
                group.cancelAll()
            }
            return (result, loss)
        }
        do {
            return try result.get()
        } catch ToolError.cancelled {
            throw loss ?? .cancelled
        }
    }

    private enum Event<Value: Sendable>: Sendable {
        case ended(Result<Value, any Error>)
        case lost(ToolError?)
    }

    /// Returns why the server counts as lost; nil if the task was cancelled.
    private func loss() async -> ToolError? {
        var lastReached = ContinuousClock.now
        while true {
            let attempt = Attempt()
            // Separate: an attempt in a dead network takes long, and nobody should wait for it at the end.
            Task { [parameters, logger] in attempt.end(with: await Self.failure(of: parameters, logger: logger)) }
            let started = ContinuousClock.now
            while !attempt.hasEnded || started.duration(to: .now) < Self.interval {
                do { try await Task.sleep(for: Self.step) } catch { return nil }
            }
            guard let failure = attempt.failure else {
                lastReached = .now
                continue
            }
            if lastReached.duration(to: .now) > Self.limit { return .serverLost(side: side.rawValue, why: failure) }
        }
    }

    /// Why no connection was made; nil if the server answered, even if only that it is full.
    private static func failure(of parameters: ConnectionParameters, logger: Logger) async -> String? {
        do {
            await (try PostgresConnection.connect(to: parameters, logger: logger)).close()
            return nil
        } catch let error as PostgresError {
            return error.sqlState == nil || error.sqlState == .queryCanceled ? error.message : nil
        } catch {
            return "\(error)"
        }
    }

    private final class Attempt: Sendable {
        private let outcome = Mutex<String??>(nil)

        func end(with failure: String?) { outcome.withLock { $0 = .some(failure) } }
        var hasEnded: Bool { outcome.withLock { $0 != nil } }
        var failure: String? { outcome.withLock { $0 ?? nil } }
    }
}
