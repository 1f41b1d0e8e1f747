import DiffTerms

/// A migration as a script: with its hazards as comments.
struct SQLScript {
    let migration: SchemaMigration

    var text: String {
        guard !migration.isEmpty else { return "" }
        let preamble = migration.settings.map { $0 + ";" }.joined(separator: "\n")
        return ([preamble] + migration.groups.filter { !$0.statements.isEmpty }.map(section)).joined(separator: "\n\n")
            + "\n"
    }

    private func section(_ group: StatementGroup) -> String {
        let statements = group.statements.map(commented)
        guard group.isTransaction else { return statements.joined(separator: "\n") }
        return (["BEGIN;"] + statements + ["COMMIT;"]).joined(separator: "\n\n")
    }

    private func commented(_ statement: Statement) -> String {
        let comments = statement.hazards.map { hazard in
            "-- hazard: \(hazard.kind.rawValue)\(hazard.message.isEmpty ? "" : ": " + Self.oneLine(hazard.message))\n"
        }
        return comments.joined() + statement.sql + ";"
    }

    /// A name may hold a line break, which would end the comment.
    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.value < 32 || $0.value == 127 || $0.value == 0x85 || $0.value == 0x2028 || $0.value == 0x2029
                        ? " " : $0
                }))
    }
}
