import BranchingCore
import HTTPTypes
import Hummingbird

/// Comparing the schemas of two databases.
struct DiffRoutes: Sendable {
    let actions: BranchActions
    let bodyLimit: Int

    var routes: [APIRoute] {
        [
            APIRoute(.post, APIPath.diff, scope: .diff, audited: { _ in .diff }) { request, context in
                try await compare(request, context)
            }
        ]
    }

    private func compare(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        let body = try await JSONBody(limit: bodyLimit).decode(DiffBody.self, from: request)
        return try .json(try await actions.compare(try body.request(), context))
    }
}
