import BranchingCore
import HTTPTypes
import Hummingbird
import Metrics

/// Measures each request until its answer begins.
struct MetricsMiddleware: RouterMiddleware {
    private static let name = "ayb_http_request_duration_seconds"
    /// Of others, anybody can make up as many as they like.
    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let dimensions = [
            ("method", Self.methods.contains(request.method) ? request.method.rawValue : "other"),
            ("route", Self.route(context)), ("status", String(response.status.code)),
        ]
        Timer(label: Self.name, dimensions: dimensions).record(duration: ContinuousClock.now - start)
        return response
    }

    /// The pattern of the route, never the path: names of branches are no labels.
    private static func route(_ context: BranchRequestContext) -> String {
        guard let path = context.endpointPath, path != UnmatchedRouteMiddleware.unmatched else { return "unmatched" }
        return path
    }
}
