import BranchingCore
import HTTPTypes
import Hummingbird

/// The form for a new branch: its plan, and its creation.
struct AddBranchPage {
    let root: String
    let actions: BranchActions

    func response(_ visit: DashboardVisit) async throws -> Response {
        try await page(AddBranchForm(), PageVisitor(visit))
    }

    /// Shows the plan, or creates the branch and leads to its page, which shows how far it is.
    func submit(_ visit: DashboardVisit) async throws -> Response {
        let visitor = PageVisitor(visit)
        let wanted = AddBranchForm(visit.form)
        do {
            let branch = try wanted.body.request()
            guard wanted.isPlan else {
                let record = try await actions.create(branch, visit.context)
                return PageFlash.created(record.name).redirect(to: "\(root)/branches/\(record.name)", root: root)
            }
            let plan = PlanFacts(try await actions.plan(branch, visit.context))
            return visit.request.wantsJSON ? try .json(plan) : try await page(wanted, visitor, plan: plan)
        } catch  where !visit.request.wantsJSON && (error is BranchError || error is AccessError) {
            return try await page(wanted, visitor, problem: ProblemMiddleware.problem(of: error).0)
        }
    }

    private func page(
        _ form: AddBranchForm, _ visitor: PageVisitor, plan: PlanFacts? = nil, problem: Problem? = nil
    ) async throws -> Response {
        var layout = PageLayout(root: root, title: "Add Branch", modules: ["add.js"], visitor: visitor)
        layout.isNarrow = true
        let curl =
            "curl -H \"Authorization: Bearer $AYB_API_KEY\" -H 'Content-Type: application/json' "
            + "\"$AYB_URL\(APIPath.branches)\" -d "
        var values: [String: Any] = [
            "name": form.name, "schemaOnly": form.isSchemaOnly, "mayUseURL": visitor.may(.branchesAdmin),
            "sources": try await sources(form, visitor), "curlStart": curl, "commandAyb": form.command,
            "commandCurl": curl + ShellText.quoted(try form.json), "hasPlan": plan != nil,
        ]
        values["prefix"] = visitor.principal.limits.namePrefix
        values["database"] = (try? BranchName(form.name))?.databaseName
        values["facts"] = plan?.facts.map { ["term": $0.term, "texts": $0.texts] as [String: Any] }
        values["problem"] = problem.map { $0.detail ?? $0.title }
        return try layout.page(
            "add", values, path: "/branches", status: problem.map { .init(code: $0.status) } ?? .ok)
    }

    /// What whoever looks may clone, as far as their limits say.
    private func sources(_ form: AddBranchForm, _ visitor: PageVisitor) async throws -> [[String: Any]] {
        let allowed = visitor.principal.limits.sources ?? Set(SourceKind.allCases)
        var choices: [(value: String, label: String)] = []
        if allowed.contains(.main) { choices.append(("main", "main, the server's database")) }
        if allowed.contains(.branches) {
            choices += try await actions.service.branches(status: .ready).map { ($0.name.rawValue, $0.name.rawValue) }
        }
        if allowed.contains(.url), visitor.may(.branchesAdmin) {
            choices.append((AddBranchForm.url, "A database elsewhere, by its connection URL"))
        }
        return choices.map { ["value": $0.value, "label": $0.label, "selected": $0.value == form.source] }
    }
}
