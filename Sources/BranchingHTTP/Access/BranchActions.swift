import BranchingCore
import ServiceLifecycle

/// What a caller may do with branches and databases, under the rules of their role and limits, and on record: for the API and
/// for pages alike.
struct BranchActions: Sendable {
    let service: any BranchService
    let audit: AuditTrail
    /// Hears of each change at once.
    let feed: BranchFeed

    /// Says what a create would do.
    func plan(_ request: BranchRequest, _ context: BranchRequestContext) async throws -> ClonePlan {
        let principal = try context.requirePrincipal()
        try principal.require(request)
        return try await service.plan(owned(request, by: principal))
    }

    /// Begins a branch that belongs to the caller.
    ///
    /// - Returns: The record, as `creating`.
    func create(_ request: BranchRequest, _ context: BranchRequestContext) async throws -> Branch {
        let principal = try context.requirePrincipal()
        let branch = try await audit.recording(.create, .branch(request.name), context: context) {
            try principal.require(request)
            return try await service.create(owned(request, by: principal))
        }
        await feed.refresh()
        return branch
    }

    /// Deletes a branch: a developer their own, and without force.
    ///
    /// - Parameter versions: Those that it may have; nil for any.
    func delete(
        _ name: BranchName, force: Bool, matching versions: [BranchVersion]? = nil, _ context: BranchRequestContext
    ) async throws {
        let principal = try context.requirePrincipal()
        try await audit.recording(.delete, .branch(name), context: context) {
            if force {
                try principal.require(.branchesAdmin)
            } else if !principal.role.scopes.contains(.branchesAdmin) {
                try principal.requireOwnership(of: try await service.branch(name))
            }
            try await service.delete(name, force: force, matching: versions)
        }
        await feed.refresh()
    }

    /// How to connect to a branch. Passwords given out are audited, and refused ones too.
    func connection(
        to name: BranchName, as identity: ConnectionIdentity = .login, includingPassword: Bool,
        _ context: BranchRequestContext
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

    /// Compares two databases. A stop does not wait for it, except to remove what a verification made.
    func compare(_ request: DiffRequest, _ context: BranchRequestContext) async throws -> DiffReport {
        let principal = try context.requirePrincipal()
        let subject: AuditTrail.Subject = .databases(
            from: await service.displayName(of: request.from), to: await service.displayName(of: request.to))
        return try await audit.recording(.diff, subject, context: context) {
            try principal.requireSource(request.from)
            try principal.requireSource(request.to)
            if request.verifies { try await requireTrust(in: [request.from, request.to], by: principal) }
            return try await cancelWhenGracefulShutdown { try await service.diff(request) }
        }
    }

    private func connection(
        to name: BranchName, as identity: ConnectionIdentity
    ) async throws -> BranchConnection {
        switch identity {
        case .login: try await service.connection(to: name)
        case .server: try await service.serverConnection(to: name)
        }
    }

    /// A verification runs definitions of both databases as the server's role, and whoever has a branch's login decides
    /// what those are.
    private func requireTrust(in sources: [BranchSource], by principal: Principal) async throws {
        for case .branch(let name) in sources where try await service.branch(name).login != nil {
            try principal.require(.branchesAdmin)
        }
    }

    private func owned(_ request: BranchRequest, by principal: Principal) -> BranchRequest {
        var request = request
        request.owner = principal.owner
        return request
    }
}
