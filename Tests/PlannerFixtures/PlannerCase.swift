package import DiffTerms
import FoundationEssentials
import MigrationPlanner
package import SchemaComparison

/// Two schemas, and the script that turns the first into the second, in a directory of
/// `Tests/SchemaComparisonTests/Fixtures/<area>/<case>`:
///
/// - `case.sql`, written by hand: makes the two databases, in sections that begin with `--- name`;
/// - `schemas.json`, recorded from PostgreSQL: the planner's input;
/// - `golden.sql`: the planner's expected output, written only once PostgreSQL has shown that it is right.
package struct PlannerCase: Sendable, CustomStringConvertible {
    /// Its directory below that of all cases.
    package let description: String
    private let sections: [String: String]

    /// All cases, by name.
    package static func all() throws -> [PlannerCase] {
        let manager = FileManager.default
        return try manager.contentsOfDirectory(atPath: root).sorted().flatMap { area in
            try manager.contentsOfDirectory(atPath: "\(root)/\(area)").sorted().map {
                try PlannerCase(name: "\(area)/\($0)")
            }
        }
    }

    private static var root: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "SchemaComparisonTests/Fixtures").path
    }

    private init(name: String) throws {
        description = name
        var sections: [String: String] = [:]
        var current: String?
        let text = try String(contentsOfFile: "\(Self.root)/\(name)/case.sql", encoding: .utf8)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("--- ") {
                let heading = line.dropFirst(4).split(separator: " ", maxSplits: 1)
                current = heading.first.map(String.init)
                if let current { sections[current, default: ""] += heading.count > 1 ? "\(heading[1])\n" : "" }
            } else if let current {
                sections[current, default: ""] += line + "\n"
            }
        }
        let known: Set = ["both", "from", "to", "rows", "proof", "version", "online", "rename"]
        guard sections.keys.allSatisfy(known.contains) else {
            throw UnknownRecord("\(name): unknown sections among \(sections.keys.sorted())")
        }
        self.sections = sections
    }

    private func file(_ name: String) -> String { "\(Self.root)/\(description)/\(name)" }

    private func section(_ name: String) -> String { sections[name] ?? "" }
}

/// The input for PostgreSQL.
extension PlannerCase {
    /// What makes the first database.
    package var from: String { section("both") + section("from") }
    /// What makes the second.
    package var to: String { section("both") + section("to") }
    /// Fills the first with rows.
    package var rows: String { section("rows") }
    /// Queries on the migrated first database: each prints `t`.
    package var proof: String { section("proof") }
    /// The major version to record it on.
    package var version: Int { Int(section("version").filter(\.isNumber)) ?? 15 }
}

/// The planner's input and expected output.
extension PlannerCase {
    /// How the schemas are compared.
    package var options: DiffOptions {
        let renames = section("rename").split(separator: "\n").map { $0.split(separator: "=").map(String.init) }
        return DiffOptions(
            renames: Dictionary(uniqueKeysWithValues: renames.map { ($0.first ?? "", $0.last ?? "") }),
            migration: MigrationOptions(isOnline: sections["online"] != nil))
    }

    /// The recorded schemas, as text.
    package func recordedText() throws -> String { try String(contentsOfFile: file("schemas.json"), encoding: .utf8) }

    /// The planner's expected output.
    package func golden() throws -> String { try String(contentsOfFile: file("golden.sql"), encoding: .utf8) }

    /// Records what PostgreSQL has shown.
    package func record(schemas: String, golden: String) throws {
        try Data(schemas.utf8).write(to: URL(filePath: file("schemas.json")))
        try Data(golden.utf8).write(to: URL(filePath: file("golden.sql")))
    }

    /// A comparison as a script: its changes and notes as comments, then its SQL with the hazards.
    package static func text(of diff: SchemaDiff) -> String {
        var lines = diff.changes.map { change in
            let details = change.details.isEmpty ? "" : ": " + change.details.joined(separator: "; ")
            let hazards = Set(change.hazards.map(\.kind.rawValue)).sorted()
            let warning = hazards.isEmpty ? "" : " ! " + hazards.joined(separator: " ")
            return "\(change.action.rawValue) \(change.kind) \(change.object)\(details)\(warning)"
        }
        lines += diff.notes.map { "note: \($0)" }
        lines += diff.refusedRenames.map { "refused: \($0)" }
        let report = lines.flatMap { $0.split(separator: "\n") }.map { "-- \($0)\n" }.joined()
        return report + "\n" + diff.migration.sql
    }
}
