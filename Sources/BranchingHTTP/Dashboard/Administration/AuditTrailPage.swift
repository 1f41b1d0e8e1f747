import BranchingCore
import FoundationEssentials
import Hummingbird

/// The audit trail, newest first, for admins.
struct AuditTrailPage {
    static let parameters: Set = ["actor", "action", "branch", "since", "until", "after"]
    private static let pageSize = 100

    let root: String
    let store: (any AccessStore)?

    func response(_ visit: DashboardVisit) async throws -> Response {
        guard let store else {
            throw AccessError.unavailable("No database is configured, so there is no audit trail.")
        }
        let query = QueryParameters(visit.request)
        // One more tells whether there is another page.
        var filter = AuditFilter(limit: Self.pageSize + 1)
        filter.actor = Self.given(query, "actor")
        filter.action = Self.given(query, "action")
        filter.branch = Self.given(query, "branch")
        filter.since = try Self.day(query, "since")
        filter.until = try Self.day(query, "until").map { $0 + 86_400 }
        filter.before = try query.number("after", in: 1...Int.max).map(Int64.init)
        let found = try await store.audit(filter)
        let shown = found.prefix(Self.pageSize)
        let layout = PageLayout(root: root, title: "Audit log", visitor: PageVisitor(visit))
        var values: [String: Any] = [
            "lines": shown.map(row), "hasLines": !shown.isEmpty, "actor": filter.actor ?? "",
            "branch": filter.branch ?? "", "since": query.text("since") ?? "", "until": query.text("until") ?? "",
            "actions": actions(filter.action),
        ]
        if found.count > shown.count, let last = shown.last {
            values["next"] = "\(root)/audit?" + query.query(replacing: "after", with: String(last.id))
        }
        return try layout.page("audit", values, path: "/audit")
    }

    private func row(_ entry: AuditEntry) -> [String: Any] {
        var values: [String: Any] = [
            "time": PageTime.text(entry.at), "at": RFC3339.text(entry.at),
            "who": entry.actorName ?? entry.actor, "action": entry.action, "result": entry.result,
            "isOK": entry.result == "ok",
        ]
        if entry.actorName != nil { values["actor"] = entry.actor }
        values["session"] = entry.session
        values["branch"] = entry.branch
        values["subject"] = entry.subject
        values["address"] = entry.address
        values["request"] = entry.requestID
        return values
    }

    private func actions(_ chosen: String?) -> [[String: Any]] {
        [["value": "", "label": "All", "selected": chosen == nil]]
            + AuditAction.allCases.map(\.rawValue).sorted().map {
                ["value": $0, "label": $0, "selected": $0 == chosen]
            }
    }

    /// An empty field of the form is no filter.
    private static func given(_ query: QueryParameters, _ name: Substring) -> String? {
        query.text(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The beginning of a day in UTC.
    private static func day(_ query: QueryParameters, _ name: Substring) throws(BranchError) -> Date? {
        guard let text = given(query, name) else { return nil }
        // 30 February would be a day in March.
        guard let date = RFC3339.date(text + "T00:00:00Z"), RFC3339.text(date).hasPrefix(text) else {
            throw .invalidRequest("'\(name)' is a day such as 2026-01-31.")
        }
        return date
    }
}
