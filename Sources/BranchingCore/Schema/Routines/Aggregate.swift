/// An aggregate function (manual: CREATE AGGREGATE).
public struct Aggregate: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// What it takes, with names, modes and `ORDER BY`: `double precision ORDER BY anyelement`; `*` for nothing.
    public var arguments: String
    /// The type of what it gives.
    public var result: String
    /// The options, in the order of the manual, as `SFUNC = s.f`; `HYPOTHETICAL` has no value.
    public var options: [String]

    /// Makes an aggregate.
    public init(id: ObjectID, arguments: String, result: String, options: [String]) {
        self.id = id
        self.arguments = arguments
        self.result = result
        self.options = options
    }
}
