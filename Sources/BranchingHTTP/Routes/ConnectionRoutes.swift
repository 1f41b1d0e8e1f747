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
                .get, BranchRoutes.branch + "/connection", scope: .branchesConnect, parameters: ["as", "password"],
                audited: { (try? Self.wantsPassword($0)) == true ? .password : nil }
            ) { request, context in
                let name = try context.branchName()
                let password = try Self.wantsPassword(request)
                let identity = try Self.identity(request)
                let connection = try await connection(to: name, as: identity, includingPassword: password, context)
                return try .json(ConnectionBody(connection, includingPassword: password))
            }
        ]
    }

    private static func wantsPassword(_ request: Request) throws -> Bool {
        try QueryParameters(request).boolean("password")
    }

    /// Who connects.
    private enum Identity: String, CaseIterable {
        /// The branch's login; the server where the branch has none.
        case login
        /// The server itself.
        case server
    }

    private static func identity(_ request: Request) throws -> Identity {
        try QueryParameters(request).oneOf(Identity.self, "as") ?? .login
    }

    /// Passwords given out are audited, and refused ones too.
    private func connection(
        to name: BranchName, as identity: Identity, includingPassword: Bool, _ context: BranchRequestContext
    ) async throws -> BranchConnection {
        let principal = try context.requirePrincipal()
        guard includingPassword else {
            try principal.requireOwnership(of: try await service.branch(name))
            return try await connection(to: name, as: identity)
        }
        return try await audit.recording(.password, .branch(name), context: context) {
            if identity == .server { try principal.require(.branchesAdmin) }
            let connection = try await connection(to: name, as: identity)
            // By the connection itself, as another branch can have the name by now.
            let branch = try await service.branch(name)
            if branch.login?.role == connection.user {
                try principal.requireOwnership(of: branch)
            } else {
                // It is the server's own.
                try principal.require(.branchesAdmin)
            }
            return connection
        }
    }

    private func connection(to name: BranchName, as identity: Identity) async throws -> BranchConnection {
        switch identity {
        case .login: try await service.connection(to: name)
        case .server: try await service.serverConnection(to: name)
        }
    }
}
