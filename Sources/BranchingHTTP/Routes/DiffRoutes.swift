import BranchingCore
import HTTPTypes
import Hummingbird
import ServiceLifecycle

/// Comparing the schemas of two databases.
struct DiffRoutes: Sendable {
    let service: any BranchService
    let audit: AuditTrail
    let bodyLimit: Int

    var routes: [APIRoute] {
        [
            APIRoute(.post, APIPath.diff, scope: .diff, audited: { _ in .diff }) { request, context in
                try await compare(request, context)
            }
        ]
    }

    private func compare(_ request: Request, _ context: BranchRequestContext) async throws -> Response {
        let body = try await JSONBody(limit: bodyLimit).decode(DiffBody.self, from: request)
        let wanted = try body.request()
        let principal = try context.requirePrincipal()
        let subject: AuditTrail.Subject = .databases(
            from: await service.displayName(of: wanted.from), to: await service.displayName(of: wanted.to))
        let report = try await audit.recording(.diff, subject, context: context) {
            try principal.requireSource(wanted.from)
            try principal.requireSource(wanted.to)
            if wanted.verifies { try await requireTrust(in: [wanted.from, wanted.to], by: principal) }
            // A stop does not wait for it, except to remove what a verification made.
            return try await cancelWhenGracefulShutdown { try await service.diff(wanted) }
        }
        return try .json(report)
    }

    /// A verification runs definitions of both databases as the server's role, and whoever has a branch's login decides
    /// what those are.
    private func requireTrust(in sources: [BranchSource], by principal: Principal) async throws {
        for case .branch(let name) in sources where try await service.branch(name).login != nil {
            try principal.require(.branchesAdmin)
        }
    }
}
