import BranchingCore
import HTTPTypes
import Hummingbird

/// Makes a key, or gives one a new secret; then shows the secret, this once.
struct CreateKeyPage {
    let root: String
    let actions: KeyActions

    private static let graces: [(value: String, label: String)] = [
        ("0", "not at all"), ("3600", "1 hour"), ("86400", "1 day"), ("604800", "7 days"),
    ]

    func response(_ visit: DashboardVisit) throws -> Response { try form(CreateKeyForm(), visit) }

    func create(_ visit: DashboardVisit) async throws -> Response {
        let wanted = CreateKeyForm(visit.form)
        do {
            return try issued(try await actions.create(try wanted.request(), visit.context), "Key created", visit)
        } catch let error as AccessError {
            return try form(wanted, visit, problem: Problem(error))
        }
    }

    /// Asks how long the old secret is to work.
    func rotation(_ visit: DashboardVisit) async throws -> Response {
        let key = try await actions.requireStore().key(visit.context.keyID)
        var layout = PageLayout(root: root, title: "Rotate key", visitor: PageVisitor(visit))
        layout.isNarrow = true
        return try layout.page(
            "rotate",
            [
                "name": key.name, "id": key.id.rawValue,
                "graces": Self.choices(Self.graces, String(RotateKeyBody.standardGrace)),
            ], path: "/keys")
    }

    func rotate(_ visit: DashboardVisit) async throws -> Response {
        guard let text = visit.form["grace"], let grace = Int(text) else {
            throw AccessError.invalidRequest("Choose how long the old secret works.")
        }
        let seconds = try RotateKeyBody(graceSeconds: grace).grace()
        return try issued(
            try await actions.rotate(visit.context.keyID, grace: seconds, visit.context), "Key rotated", visit)
    }

    private func issued(_ body: IssuedKeyBody, _ title: String, _ visit: DashboardVisit) throws -> Response {
        var layout = PageLayout(root: root, title: title, visitor: PageVisitor(visit))
        layout.isNarrow = true
        return try layout.page(
            "secret", ["name": body.key.name, "secret": body.secret.reveal()], path: "/keys")
    }

    private func form(
        _ form: CreateKeyForm, _ visit: DashboardVisit, problem: Problem? = nil
    ) throws -> Response {
        var layout = PageLayout(root: root, title: "Create key", visitor: PageVisitor(visit))
        layout.isNarrow = true
        var values: [String: Any] = [
            "name": form.name, "namePrefix": form.namePrefix, "maxBranches": form.maxBranches, "cidrs": form.cidrs,
            "roles": Self.choices(AccessRole.allCases.map { ($0.rawValue, $0.rawValue) }, form.role),
            "lifetimes": Self.choices(CreateKeyForm.lifetimes, form.lifetime),
            "sources": SourceKind.allCases.map {
                ["value": $0.rawValue, "label": Self.label($0), "selected": form.sources.contains($0)] as [String: Any]
            },
        ]
        values["problem"] = problem.map { $0.detail ?? $0.title }
        return try layout.page(
            "createkey", values, path: "/keys", status: problem.map { .init(code: $0.status) } ?? .ok)
    }

    private static func label(_ source: SourceKind) -> String {
        switch source {
        case .main: "main"
        case .branches: "branches"
        case .url: "databases elsewhere, by connection URL (operators)"
        }
    }

    private static func choices(_ choices: [(value: String, label: String)], _ chosen: String) -> [[String: Any]] {
        choices.map { ["value": $0.value, "label": $0.label, "selected": $0.value == chosen] }
    }
}
