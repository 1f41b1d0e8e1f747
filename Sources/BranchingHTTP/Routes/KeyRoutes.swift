import BranchingCore
import HTTPTypes
import Hummingbird

/// Making, listing, changing, rotating and revoking API keys.
struct KeyRoutes: Sendable {
    private static let key = APIPath.keys + "/{id}"

    let actions: KeyActions
    let bodyLimit: Int

    var routes: [APIRoute] {
        [
            APIRoute(.get, APIPath.keys, scope: .keys) { _, _ in
                try .json(KeyList(keys: try await actions.requireStore().keys()))
            },
            APIRoute(.post, APIPath.keys, scope: .keys, audited: { _ in .createKey }) { request, context in
                try await create(request, context)
            },
            APIRoute(.get, Self.key, scope: .keys) { _, context in
                try .json(try await actions.requireStore().key(context.keyID))
            },
            APIRoute(.patch, Self.key, scope: .keys, audited: { _ in .changeKey }) { request, context in
                _ = try actions.requireStore()
                let change = try await JSONBody(limit: bodyLimit).decode(ChangeKeyBody.self, from: request).change()
                return try .json(try await actions.change(context.keyID, change, context))
            },
            APIRoute(.delete, Self.key, scope: .keys, audited: { _ in .revokeKey }) { _, context in
                try .json(try await actions.revoke(context.keyID, context))
            },
            APIRoute(.post, Self.key + "/rotate", scope: .keys, audited: { _ in .rotateKey }) { request, context in
                _ = try actions.requireStore()
                let grace = try await JSONBody(limit: bodyLimit).decode(RotateKeyBody.self, from: request).grace()
                return try .json(try await actions.rotate(context.keyID, grace: grace, context))
            },
        ]
    }

    private func create(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        _ = try actions.requireStore()
        let body = try await JSONBody(limit: bodyLimit).decode(CreateKeyBody.self, from: request)
        let again = try IdempotencyHeader.key(of: request, by: try context.requirePrincipal(), for: body)
        let issued = try await actions.create(try body.request(), idempotencyKey: again, context)
        return try .json(issued, status: .created, headers: [.location: APIPath.key(issued.key.id)])
    }
}

extension BranchRequestContext {
    /// The key that the path names.
    var keyID: KeyID { KeyID(rawValue: parameters.get("id") ?? "") }
}
