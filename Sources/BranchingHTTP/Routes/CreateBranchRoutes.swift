import BranchingCore
import HTTPTypes
import Hummingbird
import ServiceLifecycle

/// Creates a branch, or says what a create would do.
struct CreateBranchRoutes: Sendable {
    let service: any BranchService
    let audit: AuditTrail
    let feed: BranchFeed
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
        let principal = try context.requirePrincipal()
        wanted.owner = principal.owner
        if body.dryRun == true {
            try principal.require(wanted)
            return try .json(try await service.plan(wanted))
        }
        let record = try await audit.recording(.create, .branch(wanted.name), context: context) { [wanted] in
            try principal.require(wanted)
            return try await service.create(wanted)
        }
        await feed.refresh()
        var headers: HTTPFields = [.location: APIPath.branch(record.name)]
        if Preferences(request).respondAsync {
            headers[.preferenceApplied] = Preferences.respondAsync
            return try .json(record, status: .accepted, headers: headers)
        }
        return try .json(try await settled(record), status: .created, headers: headers)
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
