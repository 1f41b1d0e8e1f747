/// A rewrite rule of a table or a view, but for the one that makes a view a view.
public struct Rule: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The statement that makes it, as `pg_get_ruledef` writes it, without its semicolon.
    public var definition: String
    /// When it applies.
    public let state: FiringState

    /// Makes a rule.
    public init(id: ObjectID, definition: String, state: FiringState = .origin) {
        self.id = id
        self.definition = definition
        self.state = state
    }
}
