import BranchingCore
import HTTPTypes
import Hummingbird

/// Asks before a branch is deleted.
struct DeletePage {
    let root: String
    let actions: BranchActions

    func response(_ visit: DashboardVisit) async throws -> Response {
        let branch = try await actions.service.branch(try visit.context.branchName())
        try visit.principal.requireOwnership(of: branch)
        return try page(branch.name, PageVisitor(visit))
    }

    /// Deletes it, and leads to the list.
    func delete(_ visit: DashboardVisit) async throws -> Response {
        let name = try visit.context.branchName()
        do {
            try await actions.delete(name, force: visit.form["force"] == "true", visit.context)
        } catch let error as BranchError {
            if case .notFound = error { throw error }
            return try page(name, PageVisitor(visit), problem: Problem(error))
        }
        return PageFlash.deleted(name).redirect(to: "\(root)/branches", root: root)
    }

    private func page(_ name: BranchName, _ visitor: PageVisitor, problem: Problem? = nil) throws -> Response {
        var layout = PageLayout(root: root, title: "Delete branch", visitor: visitor)
        layout.isNarrow = true
        var values: [String: Any] = ["name": name.rawValue, "branchURL": "\(root)/branches/\(name)"]
        values["problem"] = problem.map { $0.detail ?? $0.title }
        return try layout.page(
            "delete", values, path: "/branches", status: problem.map { .init(code: $0.status) } ?? .ok)
    }
}
