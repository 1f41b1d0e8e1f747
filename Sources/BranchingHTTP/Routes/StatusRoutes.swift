import BranchingCore
import HTTPTypes

/// What the server is and whether it can branch.
struct StatusRoutes: Sendable {
    let service: any BranchService

    var routes: [APIRoute] {
        [APIRoute(.get, APIPath.status, scope: .serverRead) { _, _ in try .json(await service.status()) }]
    }
}
