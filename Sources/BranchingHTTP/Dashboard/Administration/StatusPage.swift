import BranchingCore
import FoundationEssentials
import Hummingbird

/// What the server is, which strategies are possible, and for admins who is signed in.
struct StatusPage {
    let root: String
    let service: any BranchService
    let sessions: SessionRegister
    let audit: AuditTrail

    func response(_ visit: DashboardVisit) async throws -> Response {
        let flash = PageFlash(visit.request)
        let visitor = PageVisitor(visit)
        var layout = PageLayout(root: root, title: "Status", visitor: visitor)
        if flash == .sessionEnded { layout.flash = flash?.text }
        let status = await service.status()
        var values: [String: Any] = [
            "version": status.version, "available": status.branching.available,
            "branching": Self.word(for: status.branching),
        ]
        values["postgres"] = status.postgresVersion
        values["database"] = status.activeDatabase
        values["branch"] = status.activeBranch?.rawValue
        values["reason"] = status.branching.reason
        if status.branching.available, visit.principal.limits.sources?.contains(.main) ?? true {
            values["strategies"] = await strategies()
            values["showsStrategies"] = true
        }
        if visitor.may(.keys) {
            values["sessions"] = try await rows(visit)
            values["showsSessions"] = true
        }
        let response = try layout.page("serverstatus", values, path: "/status")
        return layout.flash == nil ? response : PageFlash.clear(in: response, root: root)
    }

    /// Ends the session of a browser.
    func endSession(_ visit: DashboardVisit) async throws -> Response {
        let id = SessionID(rawValue: visit.context.parameters.get("id") ?? "")
        try await audit.recording(.revokeSession, .session(id), context: visit.context) {
            try await sessions.end(id)
        }
        return PageFlash.sessionEnded.redirect(to: "\(root)/status", root: root)
    }

    private static func word(for state: ServiceStatus.Branching) -> String {
        state.available ? "available" : state.configured ? "unavailable" : "not configured"
    }

    /// Each strategy for a branch of main, as a dry run says; nothing is made.
    private func strategies() async -> [[String: Any]] {
        await withTaskGroup(of: (CloneStrategy, isPossible: Bool, why: String).self) { group in
            for strategy in CloneStrategy.allCases {
                group.addTask {
                    do {
                        let name = try BranchName("check-\(UInt64.random(in: 0...(.max)))")
                        let plan = try await service.plan(BranchRequest(name: name, strategy: .only(strategy)))
                        return (strategy, true, plan.reason)
                    } catch {
                        return (strategy, false, ProblemMiddleware.problem(of: error).0.detail ?? "")
                    }
                }
            }
            let found = await group.reduce(into: [:]) { $0[$1.0] = ($1.isPossible, $1.why) }
            return CloneStrategy.allCases.compactMap { strategy in
                found[strategy].map { ["strategy": strategy.rawValue, "possible": $0.0, "why": $0.1] }
            }
        }
    }

    private func rows(_ visit: DashboardVisit) async throws -> [[String: Any]] {
        try await sessions.requireStore().sessions(at: Date()).map { session in
            var row: [String: Any] = [
                "id": session.id.rawValue, "who": session.keyName ?? "root", "role": session.role.rawValue,
                "created": PageTime.text(session.createdAt), "createdAt": RFC3339.text(session.createdAt),
                "seen": PageTime.text(session.lastSeenAt), "seenAt": RFC3339.text(session.lastSeenAt),
                "isOwn": session.id == visit.session.id,
            ]
            row["address"] = session.address
            row["agent"] = session.userAgent
            return row
        }
    }
}
