import BranchingCore

/// A comparison for people: the changes by kind, what they may do, and how many there are.
struct DiffText {
    let report: DiffReport

    /// A width that all terminals have.
    private static let width = 80
    /// The column of the names.
    private static let indentation = 11

    /// The text; nil if there is nothing to show.
    var text: String? {
        var sections = groups.map { kind, changes in
            ([VisibleText.line(kind).uppercased()] + changes.flatMap(Self.lines)).joined(separator: "\n")
        }
        if !report.notes.isEmpty { sections.append(Self.list("NOTES", report.notes)) }
        if !report.unsupported.isEmpty {
            let objects = report.unsupported.map { "\($0.description) (\($0.catalog))" }
            sections.append(Self.list("NOT COMPARED", objects))
        }
        if !report.changes.isEmpty { sections.append(totals) }
        if let verification = report.verification { sections.append(Self.text(verification, of: report)) }
        return sections.isEmpty ? nil : sections.joined(separator: "\n\n")
    }

    /// The result of a verification, in words.
    static func text(_ verification: DiffVerification, of report: DiffReport) -> String {
        let (from, to) = (VisibleText.line(report.from), VisibleText.line(report.to))
        guard !verification.equal else {
            return report.changes.isEmpty
                ? "Verified: a copy of '\(from)' is equal to '\(to)'."
                : "Verified: the SQL makes a copy of '\(from)' equal to '\(to)'."
        }
        let head = "NOT EQUAL: on a copy of '\(from)', the SQL does not lead to '\(to)'."
        return ([head] + verification.differences.map { "- " + VisibleText.paragraph($0) }).joined(separator: "\n")
    }

    /// The changes, grouped by kind in their order.
    private var groups: [(kind: String, changes: [SchemaChange])] {
        var groups: [(kind: String, changes: [SchemaChange])] = []
        var places: [String: Int] = [:]
        for change in report.changes {
            if let place = places[change.kind] {
                groups[place].changes.append(change)
            } else {
                places[change.kind] = groups.count
                groups.append((change.kind, [change]))
            }
        }
        return groups
    }

    private static func lines(_ change: SchemaChange) -> [String] {
        let action = "  " + change.action.rawValue
        let padding = String(repeating: " ", count: max(1, indentation - action.count))
        return [action + padding + VisibleText.line(change.object)]
            + change.details.flatMap { wrapped($0, indentation: indentation) }
            + change.hazards.flatMap { hazard in
                wrapped(
                    "! " + hazard.kind.rawValue + (hazard.message.isEmpty ? "" : ": " + hazard.message),
                    indentation: indentation, hanging: 2)
            }
    }

    private static func list(_ title: String, _ items: [String]) -> String {
        ([title] + items.flatMap { wrapped($0, indentation: 2, hanging: 2) }).joined(separator: "\n")
    }

    /// Such as `4 changes: 2 create, 1 alter, 1 drop.` and `Hazards: 1 deletes_data.`
    private var totals: String {
        let summary = report.summary
        let actions = [
            (summary.create, "create"), (summary.alter, "alter"), (summary.rebuild, "rebuild"), (summary.drop, "drop"),
        ]
        let parts = actions.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let count = report.changes.count
        let line = "\(count) \(count == 1 ? "change" : "changes"): \(parts)."
        guard !summary.hazards.isEmpty else { return line }
        let hazards = summary.hazards.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        let lines = Self.wrapped("Hazards: \(hazards.joined(separator: ", ")).", indentation: 0, hanging: 2)
        return ([line] + lines).joined(separator: "\n")
    }

    /// Wraps a text as far as its words allow.
    private static func wrapped(_ text: String, indentation: Int, hanging: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in VisibleText.line(text).split(separator: " ") {
            let room = width - indentation - (lines.isEmpty ? 0 : hanging)
            if !line.isEmpty, line.count + 1 + word.count > room {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        if !line.isEmpty { lines.append(line) }
        return lines.enumerated().map { index, line in
            String(repeating: " ", count: indentation + (index == 0 ? 0 : hanging)) + line
        }
    }
}
