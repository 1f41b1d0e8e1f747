import BranchingCore
import HTTPTypes
import Hummingbird

/// One branch: facts, phases, how to connect, and how to delete it.
struct BranchPage {
    let root: String
    let actions: BranchActions
    let names: KeyNames

    /// The page, without a password.
    func response(_ visit: DashboardVisit) async throws -> Response {
        let visitor = PageVisitor(visit)
        let branch = try await actions.service.branch(try visit.context.branchName())
        let connects = visitor.may(.branchesConnect) && visitor.mayChange(branch)
        var connection: BranchConnection?
        if connects, branch.status == .ready {
            connection = try await actions.connection(to: branch.name, includingPassword: false, visit.context)
        }
        let isDone = PageFlash(visit.request) == .created(branch.name) && branch.status != .creating
        let response = try await page(branch, visitor, connection: connection, flash: isDone && branch.status == .ready)
        return isDone ? PageFlash.clear(in: response, root: root) : response
    }

    /// How to connect, with the password if the form asks for it: the page again, or for its module the texts alone.
    func connection(_ visit: DashboardVisit) async throws -> Response {
        let name = try visit.context.branchName()
        let reveals = visit.form["password"] == "true"
        let connection = try await actions.connection(to: name, includingPassword: reveals, visit.context)
        guard !visit.request.wantsJSON else {
            let formats = ConnectionFormat.allCases.compactMap { format in
                format.text(connection, includingPassword: reveals).map {
                    ConnectionTexts.Item(id: format.id, text: $0)
                }
            }
            return try .json(ConnectionTexts(formats: formats))
        }
        let branch = try await actions.service.branch(name)
        return try await page(branch, PageVisitor(visit), connection: connection, reveals: reveals)
    }

    private func page(
        _ branch: Branch, _ visitor: PageVisitor, connection: BranchConnection?, reveals: Bool = false,
        flash: Bool = false
    ) async throws -> Response {
        let connects = visitor.may(.branchesConnect) && visitor.mayChange(branch)
        var layout = PageLayout(
            root: root, title: branch.name.rawValue, modules: ["live.js"] + (connects ? ["connect.js"] : []),
            visitor: visitor)
        layout.confirms = visitor.may(.branchesWrite) && visitor.mayChange(branch)
        layout.reloads = branch.status == .creating
        if flash { layout.flash = PageFlash.created(branch.name).text }
        var values = BranchRow(root: root, visitor: visitor, keyNames: await names.names(for: visitor)).values(branch)
        values["reloads"] = layout.reloads
        values["steps"] = Self.phases.map { phase in
            ["step": phase.rawValue, "current": phase == branch.progress?.phase] as [String: Any]
        }
        values["connects"] = connects
        // A branch without a login has the server's own password.
        values["mayReveal"] = visitor.may(.branchesAdmin) || branch.login != nil
        values["everybody"] = visitor.may(.branchesAdmin)
        values["revealed"] = reveals
        values["formats"] = ConnectionFormat.allCases.map { format in
            var item = ["formatID": format.id, "label": format.label]
            item["text"] = connection.flatMap { format.text($0, includingPassword: reveals) }
            return item
        }
        return try layout.page("branch", ["branch": values], path: "/branches")
    }

    /// In the order in which a create goes through them.
    private static let phases: [BranchPhase] = [
        .starting, .queued, .inspecting, .copying, .indexing, .analyzing, .configuring, .publishing,
    ]

    private struct ConnectionTexts: Encodable {
        struct Item: Encodable {
            let id: String
            let text: String
        }

        let formats: [Item]
    }
}
