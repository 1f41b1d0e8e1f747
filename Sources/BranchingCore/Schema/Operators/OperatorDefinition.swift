/// An operator (manual section 36.14).
package struct OperatorDefinition: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The function behind it.
    package var function: String
    /// The type of the left argument; nil for a prefix operator.
    package var left: String?
    /// The type of the right argument; nil for a postfix operator (PostgreSQL 13).
    package var right: String?
    /// The operator with the arguments swapped, as `OPERATOR(s.<)`.
    package var commutator: String?
    /// The operator with the opposite result, as `OPERATOR(s.<>)`.
    package var negator: String?
    /// The function that estimates how many rows a restriction leaves.
    package var restriction: String?
    /// The function that estimates how many rows a join gives.
    package var join: String?
    /// Whether it can be used in a hash join.
    package var hashes = false
    /// Whether it can be used in a merge join.
    package var merges = false

    /// Makes an operator.
    package init(schema: String, name: String, function: String, left: String?, right: String?) {
        id = ObjectID(
            .operator, schema: schema, name: name, signature: "\(left ?? "NONE"), \(right ?? "NONE")")
        self.function = function
        self.left = left
        self.right = right
    }
}
