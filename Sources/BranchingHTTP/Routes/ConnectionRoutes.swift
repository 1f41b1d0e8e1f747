import BranchingCore
import HTTPTypes
import Hummingbird

/// How to connect to a branch's database.
struct ConnectionRoutes: Sendable {
    let actions: BranchActions

    var routes: [APIRoute] {
        [
            APIRoute(
                .get, BranchRoutes.branch + "/connection", scope: .branchesConnect, parameters: ["as", "password"],
                audited: { (try? Self.wantsPassword($0)) == true ? .password : nil }
            ) { request, context in
                let name = try context.branchName()
                let password = try Self.wantsPassword(request)
                let identity = try QueryParameters(request).oneOf(ConnectionIdentity.self, "as") ?? .login
                let connection = try await actions.connection(
                    to: name, as: identity, includingPassword: password, context)
                return try .json(ConnectionBody(connection, includingPassword: password))
            }
        ]
    }

    private static func wantsPassword(_ request: Request) throws -> Bool {
        try QueryParameters(request).boolean("password")
    }
}
