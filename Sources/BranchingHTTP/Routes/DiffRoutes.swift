import BranchingCore
import HTTPTypes
import Hummingbird
import ServiceLifecycle

/// Comparing the schemas of two databases.
struct DiffRoutes: Sendable {
    let service: any BranchService
    let bodyLimit: Int

    var routes: [APIRoute] {
        [APIRoute(.post, APIPath.diff) { request, _ in try await compare(request) }]
    }

    private func compare(_ request: Request) async throws -> Response {
        let body = try await JSONBody(limit: bodyLimit).decode(DiffBody.self, from: request)
        let wanted = try body.request()
        // A stop is not held up by it: what a verification made is removed first.
        return try .json(try await cancelWhenGracefulShutdown { try await service.diff(wanted) })
    }
}
