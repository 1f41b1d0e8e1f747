import BranchingCore

/// Aligned columns.
enum TextTable {
    /// A table with headings; the last column is not padded.
    static func text(columns: [String], rows: [[String]]) -> String {
        let lines = [columns] + rows.map { $0.map(VisibleText.line) }
        let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            zip(line, widths).enumerated().map { index, cell in
                index == columns.count - 1
                    ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - cell.0.count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// One thing, a line per field.
    static func text(details: [(label: String, value: String)]) -> String {
        let width = details.map(\.label.count).max() ?? 0
        return details.map { label, value in
            label + ":" + String(repeating: " ", count: width - label.count + 2) + VisibleText.line(value)
        }.joined(separator: "\n")
    }
}
