import BranchingCore
import HTTPTypes
import Hummingbird

/// Listing, reading and deleting branches.
struct BranchRoutes: Sendable {
    private static let filters: Set = ["status", "owner", "limit", "after"]
    static let branch = APIPath.branches + "/{name}"

    let service: any BranchService
    let actions: BranchActions

    var routes: [APIRoute] {
        [
            APIRoute(.get, APIPath.branches, scope: .branchesRead, parameters: Self.filters) { request, _ in
                try await list(request)
            },
            APIRoute(.get, Self.branch, scope: .branchesRead) { request, context in
                try await read(request, context)
            },
            APIRoute(
                .delete, Self.branch, scope: .branchesWrite, parameters: ["force"], audited: { _ in .delete }
            ) { request, context in try await delete(request, context) },
        ]
    }

    private func list(_ request: Request) async throws -> Response {
        let parameters = QueryParameters(request)
        var filter = BranchFilter(
            status: try parameters.oneOf(BranchStatus.self, "status"), owner: parameters.text("owner"),
            after: try Self.cursor(parameters), limit: try parameters.number("limit", in: BranchFilter.limits))
        guard let limit = filter.limit else {
            return .json(bytes: try BranchList(branches: try await service.branches(filter)).json())
        }
        // One more tells whether there is another page.
        filter.limit = limit + 1
        let found = try await service.branches(filter)
        var headers: HTTPFields = [:]
        if found.count > limit, let last = found.prefix(limit).last {
            let query = parameters.query(replacing: "after", with: "\(BranchCursor(last))")
            headers[.link] = "<\(APIPath.branches)?\(query)>; rel=\"next\""
        }
        return .json(bytes: try BranchList(branches: Array(found.prefix(limit))).json(), headers: headers)
    }

    private static func cursor(_ parameters: QueryParameters) throws(BranchError) -> BranchCursor? {
        guard let text = parameters.text("after") else { return nil }
        guard let cursor = BranchCursor(text) else {
            throw .invalidRequest("The query parameter 'after' is that of the link to the next page.")
        }
        return cursor
    }

    private func read(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        let known = try EntityTags(.ifNoneMatch, of: request)
        let branch = try await service.branch(try context.branchName())
        let headers: HTTPFields = [.eTag: branch.version.entityTag]
        if let known, known.contain(branch.version) { return Response(status: .notModified, headers: headers) }
        return .json(bytes: try branch.json(), headers: headers)
    }

    private func delete(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        let name = try context.branchName()
        let force = try QueryParameters(request).boolean("force")
        let versions = try EntityTags(.ifMatch, of: request)?.versions
        try await actions.delete(name, force: force, matching: versions, context)
        return try .json(Deletion())
    }
}
