import BranchingCore
import HTTPTypes
import Hummingbird

/// How to connect to a branch's database.
struct ConnectionRoutes: Sendable {
    let service: any BranchService
    let audit: AuditTrail

    var routes: [APIRoute] {
        [
            APIRoute(
                .get, BranchRoutes.branch + "/connection", scope: .branchesConnect, parameters: ["password"],
                audited: { (try? Self.wantsPassword($0)) == true ? .password : nil }
            ) { request, context in
                let name = try context.branchName()
                let password = try Self.wantsPassword(request)
                let connection = try await connection(to: name, includingPassword: password, context)
                return try .json(ConnectionBody(connection, includingPassword: password))
            }
        ]
    }

    private static func wantsPassword(_ request: Request) throws -> Bool {
        try QueryParameters(request).boolean("password")
    }

    /// Passwords given out are audited, and refused ones too.
    private func connection(
        to name: BranchName, includingPassword: Bool, _ context: BranchRequestContext
    ) async throws -> BranchConnection {
        let principal = try context.requirePrincipal()
        guard includingPassword else {
            try principal.requireOwnership(of: try await service.branch(name))
            return try await service.connection(to: name)
        }
        return try await audit.recording(.password, .branch(name), context: context) {
            // It is the server's own.
            try principal.require(.branchesAdmin)
            return try await service.connection(to: name)
        }
    }
}
