import BranchingCore
import Hummingbird

/// The list of branches.
struct BranchesPage {
    let root: String
    let service: any BranchService
    let names: KeyNames

    func response(_ visit: DashboardVisit) async throws -> Response {
        let visitor = PageVisitor(visit)
        let selection = try BranchSelection(visit.request)
        let flash = PageFlash(visit.request)
        let all = try await service.branches(status: nil)
        var layout = PageLayout(root: root, title: "Branches", modules: ["live.js"], visitor: visitor)
        layout.confirms = visitor.may(.branchesWrite)
        if case .deleted = flash { layout.flash = flash?.text }
        let row = BranchRow(root: root, visitor: visitor, keyNames: await names.names(for: visitor))
        let response = try layout.page(
            "branches", values(all, selection, row, visitor), path: "/branches")
        return layout.flash == nil ? response : PageFlash.clear(in: response, root: root)
    }

    private func values(
        _ all: [Branch], _ selection: BranchSelection, _ row: BranchRow, _ visitor: PageVisitor
    ) throws -> [String: Any] {
        let matching = selection.matching(all)
        let shown = selection.page(of: matching)
        var values: [String: Any] = [
            "mayCreate": visitor.may(.branchesWrite), "search": selection.search,
            "statuses": statuses(selection), "orders": orders(selection), "rows": try rows(shown, row),
            "blank": row.blank, "hasRows": !shown.isEmpty, "isFiltered": selection.isFiltered,
            "isWhole": !selection.isFiltered && shown.count == all.count,
            "newest": selection.order == .newest ? "first" : "last",
            "count": matching.count == 1 ? "1 branch" : "\(matching.count) branches",
            "hasPages": shown.count < matching.count,
        ]
        if selection.page > 1 { values["previous"] = "\(root)/branches" + selection.query(page: selection.page - 1) }
        if selection.page * BranchSelection.pageSize < matching.count {
            values["next"] = "\(root)/branches" + selection.query(page: selection.page + 1)
        }
        return values
    }

    /// The rows as HTML.
    private func rows(_ branches: some Sequence<Branch>, _ row: BranchRow) throws -> String {
        var kinds: [[String: Bool]: RowTemplate] = [:]
        var page = ""
        for branch in branches {
            let (flags, texts) = (row.flags(branch), row.texts(branch))
            let template =
                try kinds[flags]
                ?? RowTemplate("row", (flags as [String: Any]).merging(["root": root]) { $1 }, texts: texts.keys)
            kinds[flags] = template
            template.write(texts, to: &page)
        }
        return page
    }

    private func statuses(_ selection: BranchSelection) -> [[String: Any]] {
        [["value": "", "label": "All", "selected": selection.status == nil] as [String: Any]]
            + BranchStatus.allCases.map {
                ["value": $0.rawValue, "label": $0.rawValue, "selected": $0 == selection.status]
            }
    }

    private func orders(_ selection: BranchSelection) -> [[String: Any]] {
        BranchOrder.allCases.map { ["value": $0.rawValue, "label": $0.label, "selected": $0 == selection.order] }
    }
}
