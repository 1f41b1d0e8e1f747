import BranchingCore

/// How many changes of each kind a comparison found.
struct DiffStatistics {
    let report: DiffReport

    /// A row per kind, the totals, and the hazards; nil if nothing differs.
    var text: String? {
        guard !report.changes.isEmpty else { return nil }
        var kinds: [String] = []
        var counts: [String: [SchemaChange.Action: Int]] = [:]
        for change in report.changes {
            if counts[change.kind] == nil { kinds.append(change.kind) }
            counts[change.kind, default: [:]][change.action, default: 0] += 1
        }
        let actions = SchemaChange.Action.allCases
        let rows = kinds.map { kind in [kind] + actions.map { String(counts[kind]?[$0] ?? 0) } }
        let sums = ["total"] + actions.map { action in String(report.changes.count { $0.action == action }) }
        let table = TextTable.text(columns: ["KIND"] + actions.map { $0.rawValue.uppercased() }, rows: rows + [sums])
        guard !report.summary.hazards.isEmpty else { return table }
        let hazards = report.summary.hazards.sorted { $0.key < $1.key }.map { [$0.key, String($0.value)] }
        return table + "\n\n" + TextTable.text(columns: ["HAZARD", "CHANGES"], rows: hazards)
    }
}
