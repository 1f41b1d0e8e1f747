import BranchingCore
import FoundationEssentials
import Hummingbird

/// The API keys, for admins.
struct KeysPage {
    let root: String
    let actions: KeyActions

    func response(_ visit: DashboardVisit) async throws -> Response {
        let flash = PageFlash(visit.request)
        var layout = PageLayout(root: root, title: "API keys", visitor: PageVisitor(visit))
        if flash == .keyRevoked { layout.flash = flash?.text }
        let now = Date()
        let keys = try await actions.requireStore().keys()
        let names = Dictionary(keys.map { ($0.id.rawValue, $0.name) }) { first, _ in first }
        let response = try layout.page(
            "keys",
            [
                "keys": keys.reversed().map { row($0, names, at: now) }, "hasKeys": !keys.isEmpty,
                "count": keys.count == 1 ? "1 key" : "\(keys.count) keys",
            ], path: "/keys")
        return layout.flash == nil ? response : PageFlash.clear(in: response, root: root)
    }

    /// Asks before a key is revoked.
    func confirmation(_ visit: DashboardVisit) async throws -> Response {
        let key = try await actions.requireStore().key(visit.context.keyID)
        var layout = PageLayout(root: root, title: "Revoke key", visitor: PageVisitor(visit))
        layout.isNarrow = true
        return try layout.page("revoke", ["name": key.name, "id": key.id.rawValue], path: "/keys")
    }

    /// Revokes a key, and leads to the list.
    func revoke(_ visit: DashboardVisit) async throws -> Response {
        _ = try await actions.revoke(visit.context.keyID, visit.context)
        return PageFlash.keyRevoked.redirect(to: "\(root)/keys", root: root)
    }

    private func row(_ key: APIKey, _ names: [String: String], at now: Date) -> [String: Any] {
        var values: [String: Any] = [
            "id": key.id.rawValue, "name": key.name, "prefix": key.prefix, "role": key.role.rawValue,
            "limits": KeyLimitText.lines(key.limits), "state": Self.state(key, at: now),
            "works": key.isValid(at: now), "isRevoked": key.revokedAt != nil,
            "createdBy": names[key.createdBy] ?? key.createdBy, "created": PageTime.text(key.createdAt),
            "createdAt": RFC3339.text(key.createdAt),
        ]
        if let end = key.expiresAt {
            (values["expires"], values["expiresAt"]) = (PageTime.text(end), RFC3339.text(end))
        }
        if let last = key.lastUsedAt {
            (values["used"], values["usedAt"]) = (PageTime.text(last), RFC3339.text(last))
            values["usedFrom"] = key.lastUsedFrom
        }
        return values
    }

    private static func state(_ key: APIKey, at now: Date) -> String {
        key.revokedAt != nil ? "revoked" : key.isValid(at: now) ? "active" : "expired"
    }
}
