import FoundationEssentials

extension UInt32: PostgresDecodable {
    package init?(postgresText: String) { self.init(postgresText) }
}

extension PostgresRow {
    /// A list that the query joined with the separator U+001F.
    func list(_ column: String) throws -> [String] {
        guard let text = try optional(column), !text.isEmpty else { return [] }
        return text.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false).map { String($0) }
    }
}
