import BranchingCore
import HTTPTypes
import Hummingbird

/// Liveness and readiness: without a key and without details.
struct HealthRoutes: Sendable {
    let service: any BranchService

    var routes: [APIRoute] {
        [
            APIRoute(.get, APIPath.health, scope: nil) { _, _ in try alive() },
            APIRoute(.get, APIPath.live, scope: nil) { _, _ in try alive() },
            APIRoute(.get, APIPath.ready, scope: nil) { _, _ in try await ready() },
        ]
    }

    private func alive() throws -> Response {
        try .json(Health(status: "ok"))
    }

    private func ready() async throws -> Response {
        guard await service.status().branching.available else {
            return try .json(
                Health(status: "unavailable"), status: .serviceUnavailable,
                headers: [.retryAfter: RefusedRequest.retryAfterSeconds])
        }
        return try .json(Health(status: "ok"))
    }

    private struct Health: Encodable {
        let status: String
    }
}
