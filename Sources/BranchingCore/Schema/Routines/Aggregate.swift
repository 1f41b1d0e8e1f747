/// An aggregate function (manual: CREATE AGGREGATE).
package struct Aggregate: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// What it takes, with names, modes and `ORDER BY`: `double precision ORDER BY anyelement`; `*` for nothing.
    package var arguments: String
    /// The type of what it gives.
    package var result: String
    /// The options, in the order of the manual, as `SFUNC = s.f`; `HYPOTHETICAL` has no value.
    package var options: [String]

    /// Makes an aggregate.
    package init(id: ObjectID, arguments: String, result: String, options: [String]) {
        self.id = id
        self.arguments = arguments
        self.result = result
        self.options = options
    }
}
