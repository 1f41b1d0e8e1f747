import BranchingCore
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// Making, listing, changing, rotating and revoking API keys.
struct KeyRoutes: Sendable {
    private static let key = APIPath.keys + "/{id}"

    let store: (any AccessStore)?
    let authenticator: Authenticator
    let audit: AuditTrail
    let bodyLimit: Int

    var routes: [APIRoute] {
        [
            APIRoute(.get, APIPath.keys, scope: .keys) { _, _ in
                try .json(KeyList(keys: try await requireStore().keys()))
            },
            APIRoute(.post, APIPath.keys, scope: .keys, audited: { _ in .createKey }) { request, context in
                try await create(request, context)
            },
            APIRoute(.get, Self.key, scope: .keys) { _, context in
                try .json(try await requireStore().key(Self.id(context)))
            },
            APIRoute(.patch, Self.key, scope: .keys, audited: { _ in .changeKey }) { request, context in
                try await change(request, context)
            },
            APIRoute(.delete, Self.key, scope: .keys, audited: { _ in .revokeKey }) { _, context in
                try await revoke(context)
            },
            APIRoute(.post, Self.key + "/rotate", scope: .keys, audited: { _ in .rotateKey }) { request, context in
                try await rotate(request, context)
            },
        ]
    }

    private static func id(_ context: BranchRequestContext) -> KeyID {
        KeyID(rawValue: context.parameters.get("id") ?? "")
    }

    private func requireStore() throws -> any AccessStore {
        guard let store else {
            throw AccessError.unavailable("No database is configured, so keys have no place to be kept.")
        }
        return store
    }

    private func create(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        let store = try requireStore()
        let wanted = try await JSONBody(limit: bodyLimit).decode(CreateKeyBody.self, from: request).request()
        let secret = APIKeySecret.random()
        let now = Self.now()
        let key = APIKey(
            id: .random(), name: wanted.name, prefix: secret.visiblePrefix, role: wanted.role, limits: wanted.limits,
            createdBy: try context.requirePrincipal().id, createdAt: now,
            expiresAt: wanted.lifetimeSeconds.map { now + TimeInterval($0) })
        try await audit.recording(.createKey, .key(key.id.rawValue), context: context) {
            try await store.insert(key, digest: Authenticator.digest(of: secret))
        }
        return try .json(
            IssuedKeyBody(key: key, secret: secret), status: .created, headers: [.location: APIPath.key(key.id)])
    }

    private func change(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        let store = try requireStore()
        let id = Self.id(context)
        let change = try await JSONBody(limit: bodyLimit).decode(ChangeKeyBody.self, from: request).change()
        let key = try await audit.recording(.changeKey, .key(id.rawValue), context: context) {
            try await store.change(id, change)
        }
        authenticator.forgetKeys()
        return try .json(key)
    }

    private func rotate(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        let store = try requireStore()
        let id = Self.id(context)
        let grace = try await JSONBody(limit: bodyLimit).decode(RotateKeyBody.self, from: request).grace()
        let secret = APIKeySecret.random()
        let now = Self.now()
        let key = try await audit.recording(.rotateKey, .key(id.rawValue), context: context) {
            let expires = try await store.key(id).expiresAt.map { _ in now + TimeInterval(KeyRequest.standardLifetime) }
            return try await store.rotate(
                id, to: Authenticator.digest(of: secret), prefix: secret.visiblePrefix,
                grace: now + TimeInterval(grace), expiresAt: expires)
        }
        authenticator.forgetKeys()
        return try .json(IssuedKeyBody(key: key, secret: secret))
    }

    private func revoke(_ context: BranchRequestContext) async throws -> Response {
        let store = try requireStore()
        let id = Self.id(context)
        let key = try await audit.recording(.revokeKey, .key(id.rawValue), context: context) {
            try await store.revoke(id, at: Self.now())
        }
        authenticator.forgetKeys()
        return try .json(key)
    }

    /// To the second, as it is shown.
    private static func now() -> Date {
        Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
    }
}
