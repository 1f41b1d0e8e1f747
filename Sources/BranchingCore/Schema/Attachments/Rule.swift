/// A rewrite rule of a table or a view, except the one that makes a view a view.
package struct Rule: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The statement that makes it, as `pg_get_ruledef` writes it, without its semicolon.
    package var definition: String
    /// When it applies.
    package let state: FiringState

    /// Makes a rule.
    package init(id: ObjectID, definition: String, state: FiringState = .origin) {
        self.id = id
        self.definition = definition
        self.state = state
    }
}
