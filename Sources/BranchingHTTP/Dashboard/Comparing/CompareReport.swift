import BranchingCore

/// A comparison as its page shows it: by kind, and what is dangerous first.
struct CompareReport {
    let report: DiffReport
    let body: DiffBody

    var values: [String: Any] {
        [
            "heading": "\(report.from) → \(report.to)", "summary": summary, "groups": groups,
            "hasNotes": !notes.isEmpty, "notes": notes, "hasSQL": !report.sql.isEmpty, "sql": report.sql,
            "hasInvisible": report.sql.unicodeScalars.contains {
                $0 != "\n" && $0 != "\t" && !VisibleText.isVisible($0)
            },
            "command": command, "hasVerification": report.verification != nil,
            "verified": report.verification?.equal ?? false,
            "verification": report.verification?.equal == true
                ? "Verified: on a copy, the SQL makes both schemas equal."
                : "Not verified: on a copy, the SQL does not make both schemas equal.",
            "differences": report.verification?.differences ?? [],
        ]
    }

    private var summary: String {
        guard !report.changes.isEmpty else { return "The schemas are equal." }
        let summary = report.summary
        let parts = [
            (summary.create, "to create"), (summary.alter, "to alter"), (summary.rebuild, "to rebuild"),
            (summary.drop, "to drop"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ") + "."
    }

    private var notes: [String] {
        report.notes + report.unsupported.map { "Not compared: \($0.description) (\($0.catalog))" }
    }

    private var command: String {
        var words = ["ayb branch diff", report.from, report.to, "--output sql"]
        if body.online == true { words.append("--online") }
        return words.joined(separator: " ")
    }

    /// Kinds with a hazard come before the others, and in each kind its changes with a hazard.
    private var groups: [[String: Any]] {
        var kinds: [String] = []
        for change in report.changes where !kinds.contains(change.kind) { kinds.append(change.kind) }
        let byKind = Dictionary(grouping: report.changes, by: \.kind)
        func isDangerous(_ kind: String) -> Bool { byKind[kind]?.contains { !$0.hazards.isEmpty } ?? false }
        return (kinds.filter(isDangerous) + kinds.filter { !isDangerous($0) }).map { kind in
            let changes = byKind[kind] ?? []
            let sorted = changes.filter { !$0.hazards.isEmpty } + changes.filter(\.hazards.isEmpty)
            return ["kind": kind, "changes": sorted.map(Self.values)]
        }
    }

    private static func values(_ change: SchemaChange) -> [String: Any] {
        [
            "action": change.action.rawValue, "object": change.object, "details": change.details,
            "hazards": change.hazards.map { ["hazard": $0.kind.rawValue, "message": $0.message] },
        ]
    }
}
