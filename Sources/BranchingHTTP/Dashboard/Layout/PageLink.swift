import BranchingCore

/// A link of the navigation, which those see who may follow it.
struct PageLink: Sendable {
    let label: String
    /// Below the dashboard's path.
    let path: String
    let scope: AccessScope

    static let navigation = [
        PageLink(label: "Branches", path: "/branches", scope: .branchesRead),
        PageLink(label: "Compare", path: "/compare", scope: .diff),
        PageLink(label: "API keys", path: "/keys", scope: .keys),
        PageLink(label: "Audit log", path: "/audit", scope: .auditRead),
        PageLink(label: "Status", path: "/status", scope: .serverRead),
    ]
}
