import BranchingCore
import HTTPTypes
import Hummingbird

/// Listing, reading and deleting branches.
struct BranchRoutes: Sendable {
    static let branch = APIPath.branches + "/{name}"

    let service: any BranchService
    let audit: AuditTrail
    let feed: BranchFeed

    var routes: [APIRoute] {
        [
            APIRoute(.get, APIPath.branches, scope: .branchesRead, parameters: ["status"]) { request, _ in
                try await list(request)
            },
            APIRoute(.get, Self.branch, scope: .branchesRead) { _, context in try await read(context) },
            APIRoute(
                .delete, Self.branch, scope: .branchesWrite, parameters: ["force"], audited: { _ in .delete }
            ) { request, context in try await delete(request, context) },
        ]
    }

    private func list(_ request: Request) async throws -> Response {
        let status = try QueryParameters(request).oneOf(BranchStatus.self, "status")
        return .json(bytes: try BranchList(branches: try await service.branches(status: status)).json())
    }

    private func read(_ context: BranchRequestContext) async throws -> Response {
        .json(bytes: try await service.branch(try context.branchName()).json())
    }

    private func delete(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        let name = try context.branchName()
        let force = try QueryParameters(request).boolean("force")
        try await audit.recording(.delete, .branch(name), context: context) {
            try await requireRight(to: name, force: force, context)
            try await service.delete(name, force: force)
        }
        await feed.refresh()
        return try .json(Deletion())
    }

    /// A developer deletes their own branches, and forces nothing.
    private func requireRight(to name: BranchName, force: Bool, _ context: BranchRequestContext) async throws {
        let principal = try context.requirePrincipal()
        if force { return try principal.require(.branchesAdmin) }
        guard !principal.role.scopes.contains(.branchesAdmin) else { return }
        try principal.requireOwnership(of: try await service.branch(name))
    }
}
