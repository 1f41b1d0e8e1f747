/// A built-in type as SQL writes it, with expressions of it.
enum ScalarType: String, CaseIterable, Sendable {
    case smallint, integer, bigint
    case numeric = "numeric(10,2)"
    case double = "double precision"
    case text
    case short = "varchar(20)"
    case long = "varchar(40)"
    case fixed = "char(5)"
    case boolean, date
    case instant = "timestamptz"
    case uuid, jsonb
    case range = "int4range"
    case bytes = "bytea"
    case interval

    var isInteger: Bool { [.smallint, .integer, .bigint].contains(self) }
    var isNumber: Bool { isInteger || self == .numeric || self == .double }
    var isText: Bool { [.text, .short, .long, .fixed].contains(self) }

    /// A value of it.
    func literal(_ variant: Int) -> String {
        switch self {
        case .smallint, .integer, .bigint, .numeric, .double: "\(variant)"
        case .text: ["'it''s \(variant)'", "'$$ \(variant)\n$x$'", "E'\\\\ \(variant) \"'", "''"][variant % 4]
        case .short, .long, .fixed: ["'a''\(variant)'", "'$$\(variant)'"][variant % 2]
        case .boolean: variant % 2 == 0 ? "true" : "false"
        case .date: ["'2020-01-02'::date", "CURRENT_DATE"][variant % 2]
        case .instant: ["now()", "'2020-01-02 03:04:05+00'::timestamptz", "CURRENT_TIMESTAMP"][variant % 3]
        case .uuid: "gen_random_uuid()"
        case .jsonb: "'{\"a\": \(variant)}'::jsonb"
        case .range: "int4range(1, \(variant + 2))"
        case .bytes: "'\\x0\(variant % 10)'::bytea"
        case .interval: "'\(variant + 1) days'::interval"
        }
    }

    /// A condition on an expression of it, immutable.
    func condition(_ expression: String, _ variant: Int) -> String {
        if isNumber {
            return [
                "\(expression) > \(variant)", "\(expression) IN (1, 2, \(variant))", "\(expression) BETWEEN 0 AND 9",
            ][
                variant % 3]
        }
        if isText {
            return [
                "\(expression) <> 'a''b'", "\(expression) IN ('a', 'b', 'c\(variant)')",
                "\(expression) LIKE '%\(variant)$$%'", "length(\(expression)) < \(variant)",
            ][variant % 4]
        }
        if self == .boolean { return variant % 2 == 0 ? expression : "NOT \(expression)" }
        return "\(expression) IS NOT NULL"
    }

    /// An immutable expression over an expression of it, and its type.
    func derived(_ expression: String, _ variant: Int) -> (sql: String, type: ScalarType) {
        if isInteger { return ("\(expression)::bigint + \(variant)", .bigint) }
        if isText { return (variant % 2 == 0 ? "upper(\(expression)::text)" : "\(expression)::text || 'x'", .text) }
        return ("\(expression) IS NOT NULL", .boolean)
    }
}
