import Hummingbird

/// Tells each request of a listener whether it came over TLS.
struct TransportResponder: HTTPResponder {
    let responder: RouterResponder<BranchRequestContext>
    let isTLS: Bool

    func respond(to request: Request, context: BranchRequestContext) async throws -> Response {
        var context = context
        context.isTLS = isTLS
        return try await responder.respond(to: request, context: context)
    }
}
