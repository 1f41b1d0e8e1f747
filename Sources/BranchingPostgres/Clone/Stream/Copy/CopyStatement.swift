import SQLText

/// The texts of COPY. They are ASCII only, so they mean the same in every session encoding.
enum CopyStatement {
    /// What a COPY reads: all of a table, or a range of its blocks.
    typealias Blocks = Range<Int64>

    /// Reads rows; from an inheritance parent, only its own.
    static func reading(_ table: StreamTable, blocks: Blocks? = nil, isLast: Bool = true) -> String {
        let format = table.isBinary ? " (FORMAT binary)" : ""
        guard blocks != nil || table.condition != nil else {
            return "COPY \(table.sqlName)\(columns(of: table)) TO STDOUT\(format)"
        }
        let list = table.columns.map(name).joined(separator: ", ")
        var query = "SELECT \(list) FROM ONLY \(table.sqlName)"
        if let blocks {
            query += " WHERE ctid >= '(\(blocks.lowerBound),0)'::pg_catalog.tid"
            // The last range is open: the table may have grown since it was measured.
            if !isLast { query += " AND ctid < '(\(blocks.upperBound),0)'::pg_catalog.tid" }
        } else if let condition = table.condition {
            query += " \(condition)"
        }
        return "COPY (\(query)) TO STDOUT\(format)"
    }

    /// Writes rows.
    ///
    /// - Parameter frozen: whether the table is emptied first, so that its rows need no VACUUM later (manual, COPY, FREEZE).
    static func writing(_ table: StreamTable, frozen: Bool) -> String {
        let options = (table.isBinary ? ["FORMAT binary"] : []) + (frozen ? ["FREEZE"] : [])
        let clause = options.isEmpty ? "" : " (\(options.joined(separator: ", ")))"
        let destination = name(table.destination.schema, table.destination.name)
        let copy = "COPY \(destination)\(columns(of: table)) FROM STDIN\(clause)"
        return frozen ? "BEGIN; TRUNCATE ONLY \(destination); \(copy); COMMIT" : copy
    }

    private static func columns(of table: StreamTable) -> String {
        table.columns.isEmpty ? "" : " (\(table.columns.map(name).joined(separator: ", ")))"
    }

    /// A name with its schema.
    static func name(_ schema: String, _ name: String) -> String { "\(self.name(schema)).\(self.name(name))" }

    /// A name in quotes; characters beyond ASCII as their code points (manual section 4.1.1, U&"…").
    static func name(_ name: String) -> String {
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return SQLIdentifier.quoted(name) }
        let escaped = name.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case _ where scalar.isASCII: String(scalar)
            default: "\\+" + hexadecimal(scalar.value)
            }
        }
        return "U&" + SQLIdentifier.quoted(escaped.joined())
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}
