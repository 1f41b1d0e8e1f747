import BranchingCore

/// Whoever looks at a page.
struct PageVisitor: Sendable {
    let principal: Principal
    /// What each form of theirs has to send back.
    let formToken: String

    init(_ visit: DashboardVisit) {
        principal = visit.principal
        formToken = visit.session.formToken
    }

    /// What the page calls them.
    var name: String {
        switch principal.identity {
        case .root: "root"
        case .key(_, let name): name
        }
    }

    func may(_ scope: AccessScope) -> Bool { principal.role.scopes.contains(scope) }

    /// Whether a branch is theirs to change: their own, or anybody's for operators.
    func mayChange(_ branch: Branch) -> Bool {
        may(.branchesAdmin) || branch.owner == principal.id
    }
}
