import ArgumentParser
import BranchingCore
import Glibc

/// Prints a comparison: the one place that switches on its output format.
struct DiffPrinter {
    let console: Console
    let output: DiffOutput
    /// Whether to print only the counts.
    let isStat: Bool

    /// - Throws: ``ClientError`` if the report says that the SQL does not lead to the second database.
    func show(_ report: DiffReport) throws {
        switch output {
        case .json where !isStat: try console.show(Renderer.json(report))
        case .sql where !isStat: try showSQL(report)
        default: try showTable(report)
        }
        guard let verification = report.verification, !verification.equal else { return }
        throw ClientError(.failure, "the verification failed: the SQL does not lead to '\(report.to)'.")
    }

    private func showTable(_ report: DiffReport) throws(ClientError) {
        if report.changes.isEmpty, report.verification?.equal != false { console.note("No differences.") }
        var parts = [isStat ? DiffStatistics(report: report).text : DiffText(report: report).text]
        if isStat, let verification = report.verification { parts.append(DiffText.text(verification, of: report)) }
        let text = parts.compactMap(\.self).joined(separator: "\n\n")
        if !text.isEmpty { try console.show(text) }
    }

    private func showSQL(_ report: DiffReport) throws(ClientError) {
        for note in report.notes { console.note("ayb: note: " + VisibleText.line(note)) }
        console.warn(
            report.unsupported.map { VisibleText.line("not compared: \($0.description) (\($0.catalog))") })
        if let verification = report.verification {
            let text = DiffText.text(verification, of: report)
            // Whatever reads stdout may run it.
            guard verification.equal else { return console.tell(text) }
            console.note(text)
        }
        guard !report.sql.isEmpty else {
            guard report.changes.isEmpty else { return }
            return console.note("No differences: there is nothing to do.")
        }
        let sql = report.sql.hasSuffix("\n") ? String(report.sql.dropLast()) : report.sql
        // A program gets every byte; a terminal would obey control characters.
        if isatty(STDOUT_FILENO) == 1 { try console.show(sql) } else { try console.show(verbatim: sql) }
    }
}

/// How a comparison is printed.
enum DiffOutput: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people: what changed, by kind.
    case table
    /// For programs: the whole report.
    case json
    /// The SQL and nothing else.
    case sql

    init(_ output: Output) {
        self =
            switch output {
            case .table: .table
            case .json: .json
            }
    }
}
