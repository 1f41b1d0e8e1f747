import BranchingCore
import Hummingbird

/// The pages about branches, and the files that all pages load.
struct Dashboard: Sendable {
    let path: DashboardPath
    let actions: BranchActions
    let access: (any AccessStore)?

    private var root: String { path.description }

    var routes: [DashboardRoute] { files + branches + others }

    private var files: [DashboardRoute] {
        [
            DashboardRoute(
                .get, "/assets/{file}",
                .asset { _, context in try DashboardAssets.answer(context.parameters.get("file") ?? "") }),
            .page("", scope: nil) { [root] _ in .seeOther(root + "/branches") },
        ]
    }

    private var branches: [DashboardRoute] {
        let names = KeyNames(access: access)
        let list = BranchesPage(root: root, service: actions.service, names: names)
        let branch = BranchPage(root: root, actions: actions, names: names)
        let deletion = DeletePage(root: root, actions: actions)
        return [
            .page("/branches", scope: .branchesRead, parameters: BranchSelection.parameters) {
                try await list.response($0)
            },
            .page("/branches/{name}", scope: .branchesRead) { try await branch.response($0) },
            .form("/branches/{name}/connection", scope: .branchesConnect, audited: .password) {
                try await branch.connection($0)
            },
            .page("/branches/{name}/delete", scope: .branchesWrite) { try await deletion.response($0) },
            .form("/branches/{name}/delete", scope: .branchesWrite, audited: .delete) {
                try await deletion.delete($0)
            },
        ]
    }

    private var others: [DashboardRoute] {
        let addition = AddBranchPage(root: root, actions: actions)
        let comparison = ComparePage(root: root, actions: actions)
        let help = TroubleshootingPage(root: root)
        return [
            .page("/add-branch", scope: .branchesWrite) { try await addition.response($0) },
            .form("/add-branch", scope: .branchesWrite, audited: .create) { try await addition.submit($0) },
            .page("/compare", scope: .diff, parameters: ComparePage.parameters) { try await comparison.response($0) },
            .form("/compare", scope: .diff, audited: .diff) { try await comparison.compare($0) },
            .page("/troubleshooting", scope: .branchesRead) { try help.response($0) },
        ]
    }
}
