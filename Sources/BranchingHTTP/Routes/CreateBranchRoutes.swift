import BranchingCore
import HTTPTypes
import Hummingbird
import ServiceLifecycle

/// Creates a branch, or says what a create would do.
struct CreateBranchRoutes: Sendable {
    let service: any BranchService
    let actions: BranchActions
    let bodyLimit: Int

    var routes: [APIRoute] {
        [
            APIRoute(.post, APIPath.branches, scope: .branchesWrite, audited: { _ in .create }) { request, context in
                try await create(request, context)
            }
        ]
    }

    private func create(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        let body = try await JSONBody(limit: bodyLimit).decode(CreateBranchBody.self, from: request)
        var wanted = try body.request()
        wanted.idempotencyKey = try IdempotencyHeader.key(
            of: request, by: try context.requirePrincipal(), for: body)
        if body.dryRun == true { return try .json(try await actions.plan(wanted, context)) }
        let record = try await actions.create(wanted, context)
        var headers: HTTPFields = [.location: APIPath.branch(record.name)]
        if Preferences(request).respondAsync {
            headers[.preferenceApplied] = Preferences.respondAsync
            headers[.eTag] = record.version.entityTag
            return try .json(record, status: .accepted, headers: headers)
        }
        let made = try await settled(record)
        headers[.eTag] = made.version.entityTag
        return try .json(made, status: .created, headers: headers)
    }

    /// Waits for the branch, but no longer than the server runs: the service owns the create, and continues it or
    /// cleans up without us.
    private func settled(_ record: Branch) async throws -> Branch {
        do {
            return try await cancelWhenGracefulShutdown { try await service.settled(record) }
        } catch BranchError.unavailable where Task.isShuttingDownGracefully {
            throw RefusedRequest.stopping(whileCreating: record.name)
        }
    }
}
