import BranchingCore
import HTTPTypes
import Hummingbird

/// Listing, reading and deleting branches.
struct BranchRoutes: Sendable {
    static let branch = APIPath.branches + "/{name}"

    let service: any BranchService
    let actions: BranchActions

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
        try await actions.delete(name, force: force, context)
        return try .json(Deletion())
    }
}
