import BranchingCore
import HTTPTypes

/// How to connect to a branch's database.
struct ConnectionRoutes: Sendable {
    let service: any BranchService
    let audit: AuditLog

    var routes: [APIRoute] {
        [
            APIRoute(.get, BranchRoutes.branch + "/connection", parameters: ["password"]) { request, context in
                let name = try context.branchName()
                let password = try QueryParameters(request).boolean("password")
                let connection = try await connection(to: name, includingPassword: password, context)
                return try .json(ConnectionBody(connection, includingPassword: password))
            }
        ]
    }

    /// Passwords given out are audited.
    private func connection(
        to name: BranchName, includingPassword: Bool, _ context: BranchRequestContext
    ) async throws -> BranchConnection {
        guard includingPassword else { return try await service.connection(to: name) }
        return try await audit.recording(.password, .branch(name), context: context) {
            try await service.connection(to: name)
        }
    }
}
