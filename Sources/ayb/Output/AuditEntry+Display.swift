import BranchingCore
import FoundationEssentials

extension AuditEntry: Listable {
    static var columns: [String] { ["TIME", "ACTOR", "ACTION", "SUBJECT", "RESULT", "ADDRESS"] }

    func row(now: Date) -> [String] {
        [
            at.formatted(.iso8601), actorName.map { "\($0) (\(actor))" } ?? actor, action, branch ?? subject ?? "-",
            result, address ?? "-",
        ]
    }
}
