/// One row of a result, read by column name.
///
/// A catalog has a hundred thousand values, and generic functions are not specialized for callers in other modules: so
/// callers read by the functions for each type (PostgresRow+Types).
package struct PostgresRow: Sendable {
    private let rows: QueryRows
    private let index: Int

    init(rows: QueryRows, index: Int) {
        self.rows = rows
        self.index = index
    }

    /// The text of a column, or nil if it is NULL.
    ///
    /// - Throws: If the result has no such column.
    package func optional(_ column: String) throws -> String? {
        guard let number = rows.index(of: column) else {
            throw PostgresError(message: "The result has no column '\(column)'.")
        }
        return rows.text(row: index, column: number)
    }

    /// A column as a type that can be read from PostgreSQL's text form.
    func required<Value: PostgresDecodable>(_ column: String) throws -> Value {
        guard let value: Value = try found(column) else {
            throw PostgresError(message: "The column '\(column)' is NULL.")
        }
        return value
    }

    /// The same, or nil if it is NULL.
    func found<Value: PostgresDecodable>(_ column: String) throws -> Value? {
        guard let text = try optional(column) else { return nil }
        guard let value = Value(postgresText: text) else {
            throw PostgresError(message: "The column '\(column)' is no \(Value.self).")
        }
        return value
    }

    /// A list that the query joined with the separator U+001F.
    package func list(_ column: String) throws -> [String] {
        guard let text = try optional(column), !text.isEmpty else { return [] }
        return text.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false).map { String($0) }
    }
}
