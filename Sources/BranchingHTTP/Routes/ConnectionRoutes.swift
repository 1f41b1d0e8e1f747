import BranchingCore
import HTTPTypes

/// How to connect to the database of a branch.
struct ConnectionRoutes: Sendable {
    let service: any BranchService

    var routes: [APIRoute] {
        [
            APIRoute(.get, BranchRoutes.branch + "/connection", parameters: ["password"]) { request, context in
                let name = try context.branchName()
                let password = try QueryParameters(request).boolean("password")
                let connection = try await service.connection(to: name)
                return try .json(ConnectionBody(connection, includingPassword: password))
            }
        ]
    }
}
