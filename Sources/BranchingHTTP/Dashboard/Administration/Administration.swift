import BranchingCore
import Hummingbird

/// The pages about keys, the audit trail and the server.
struct Administration: Sendable {
    let path: DashboardPath
    let service: any BranchService
    let keys: KeyActions
    let sessions: SessionRegister

    private var root: String { path.description }

    var routes: [DashboardRoute] { keyRoutes + others }

    private var keyRoutes: [DashboardRoute] {
        let list = KeysPage(root: root, actions: keys)
        let secrets = CreateKeyPage(root: root, actions: keys)
        return [
            .page("/keys", scope: .keys) { try await list.response($0) },
            .page("/keys/create", scope: .keys) { try secrets.response($0) },
            .form("/keys/create", scope: .keys, audited: .createKey) { try await secrets.create($0) },
            .page("/keys/{id}/rotate", scope: .keys) { try await secrets.rotation($0) },
            .form("/keys/{id}/rotate", scope: .keys, audited: .rotateKey) { try await secrets.rotate($0) },
            .page("/keys/{id}/revoke", scope: .keys) { try await list.confirmation($0) },
            .form("/keys/{id}/revoke", scope: .keys, audited: .revokeKey) { try await list.revoke($0) },
        ]
    }

    private var others: [DashboardRoute] {
        let trail = AuditTrailPage(root: root, store: keys.store)
        let status = StatusPage(root: root, service: service, sessions: sessions, audit: keys.audit)
        return [
            .page("/audit", scope: .auditRead, parameters: AuditTrailPage.parameters) { try await trail.response($0) },
            .page("/status", scope: .serverRead) { try await status.response($0) },
            .form("/sessions/{id}/revoke", scope: .keys, audited: .revokeSession) { try await status.endSession($0) },
        ]
    }
}
