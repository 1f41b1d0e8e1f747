/// A value bound to a parameter of a statement, in PostgreSQL's text form.
package struct PostgresValue: Sendable, Hashable {
    /// The text; nil is NULL.
    let text: String?

    private init(text: String?) {
        self.text = text
    }

    package static func text(_ value: String?) -> PostgresValue { PostgresValue(text: value) }
    package static func integer(_ value: Int64?) -> PostgresValue { PostgresValue(text: value.map { String($0) }) }
    package static func boolean(_ value: Bool) -> PostgresValue { PostgresValue(text: value ? "t" : "f") }
}
