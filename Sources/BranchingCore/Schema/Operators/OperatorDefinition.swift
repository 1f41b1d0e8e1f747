/// An operator (manual section 36.14).
public struct OperatorDefinition: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The function behind it.
    public var function: String
    /// The type of the left argument; nil for a prefix operator.
    public var left: String?
    /// The type of the right argument; nil for a postfix operator (PostgreSQL 13).
    public var right: String?
    /// The operator with the arguments swapped, as `OPERATOR(s.<)`.
    public var commutator: String?
    /// The operator with the opposite result, as `OPERATOR(s.<>)`.
    public var negator: String?
    /// The function that estimates how many rows a restriction leaves.
    public var restriction: String?
    /// The function that estimates how many rows a join gives.
    public var join: String?
    /// Whether it can be used in a hash join.
    public var hashes = false
    /// Whether it can be used in a merge join.
    public var merges = false

    /// Makes an operator.
    public init(schema: String, name: String, function: String, left: String?, right: String?) {
        id = ObjectID(
            .operator, schema: schema, name: name, signature: "\(left ?? "NONE"), \(right ?? "NONE")")
        self.function = function
        self.left = left
        self.right = right
    }
}
