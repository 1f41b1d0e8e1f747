import BranchingCore
import Hummingbird
import Logging

/// One log line for each request: never its query, headers or body.
struct AccessLogMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let milliseconds = Int((clock.now - start) / .milliseconds(1))
        context.log.log(
            level: Self.level(of: request),
            "Request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(request.uri.path)",
                "status": "\(response.status.code)", "ms": "\(milliseconds)", "remote": "\(context.remote)",
            ])
        return response
    }

    /// Probes come every few seconds and say nothing.
    private static func level(of request: Request) -> Logger.Level {
        [APIPath.health, APIPath.live, APIPath.ready].contains(request.uri.path) ? .debug : .info
    }
}
