import BranchingCore
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// The audit trail, newest first, in pages.
struct AuditRoutes: Sendable {
    private static let parameters: Set = ["actor", "action", "branch", "since", "until", "limit", "after"]

    let store: (any AccessStore)?

    var routes: [APIRoute] {
        [
            APIRoute(.get, APIPath.audit, scope: .auditRead, parameters: Self.parameters) { request, _ in
                try await list(request)
            }
        ]
    }

    private func list(_ request: Request) async throws -> Response {
        guard let store else {
            throw AccessError.unavailable("No database is configured, so there is no audit trail.")
        }
        let parameters = QueryParameters(request)
        var filter = AuditFilter(
            actor: parameters.text("actor"), action: parameters.text("action"), branch: parameters.text("branch"),
            since: try parameters.instant("since"), until: try parameters.instant("until"),
            before: try parameters.number("after", in: 1...Int.max).map(Int64.init),
            limit: try parameters.number("limit", in: AuditFilter.limits) ?? 100)
        let wanted = filter.limit
        // One more tells whether there is another page.
        filter.limit += 1
        let found = try await store.audit(filter)
        var headers: HTTPFields = [:]
        if found.count > wanted, let last = found.prefix(wanted).last {
            headers[.link] =
                "<\(APIPath.audit)?\(parameters.query(replacing: "after", with: String(last.id)))>; rel=\"next\""
        }
        return try .json(AuditPage(entries: Array(found.prefix(wanted))), headers: headers)
    }
}
