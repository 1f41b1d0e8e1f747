import BranchingCore
import HTTPTypes
import Hummingbird

/// Two pickers, and what separates the schemas of the two databases.
struct ComparePage {
    static let parameters: Set = ["from", "to"]

    let root: String
    let actions: BranchActions

    /// The pickers, set by the address; comparing takes a click.
    func response(_ visit: DashboardVisit) async throws -> Response {
        let parameters = QueryParameters(visit.request)
        return try await page(
            DiffBody(from: Secret(parameters.text("from") ?? "main"), to: Secret(parameters.text("to") ?? "")),
            PageVisitor(visit))
    }

    /// Compares.
    func compare(_ visit: DashboardVisit) async throws -> Response {
        let form = visit.form
        let visitor = PageVisitor(visit)
        let body = DiffBody(
            from: Secret(form["from"] ?? ""), to: Secret(form["to"] ?? ""), online: form["online"] == "true",
            verify: form["verify"] == "true")
        do {
            return try await page(body, visitor, report: try await actions.compare(try body.request(), visit.context))
        } catch  where error is BranchError || error is AccessError {
            return try await page(body, visitor, problem: ProblemMiddleware.problem(of: error).0)
        }
    }

    private func page(
        _ body: DiffBody, _ visitor: PageVisitor, report: DiffReport? = nil, problem: Problem? = nil
    ) async throws -> Response {
        let choices = ["main"] + (try await actions.service.branches(status: .ready).map(\.name.rawValue))
        func picker(_ chosen: Secret) -> [[String: Any]] {
            choices.map { ["label": $0, "selected": $0 == chosen.reveal()] }
        }
        var values: [String: Any] = [
            "fromChoices": picker(body.from), "toChoices": picker(body.to), "online": body.online ?? false,
            "verify": body.verify ?? false,
        ]
        values["report"] = report.map { CompareReport(report: $0, body: body).values }
        values["problem"] = problem.map { $0.detail ?? $0.title }
        return try PageLayout(root: root, title: "Compare", visitor: visitor).page(
            "compare", values, path: "/compare", status: problem.map { .init(code: $0.status) } ?? .ok)
    }
}
