/// A function, a window function or a procedure.
public struct Function: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The statement that makes it, as `pg_get_functiondef` writes it.
    public var definition: String
    /// What it returns, as `pg_get_function_result` writes it; nil for a procedure.
    public var result: String?
    /// The modes of all arguments, one letter each: `i`, `o`, `b`, `v`, `t`.
    public var modes: String
    /// The names of all arguments, in order; empty for those without one.
    public var names: [String]
    /// The types of all arguments that are given back, in order.
    public var outputTypes: String
    /// How many arguments have a default.
    public var defaultCount: Int
    /// Whether its body is text, so that PostgreSQL does not know what it uses.
    public var hasTextBody: Bool

    /// Makes a function.
    public init(
        id: ObjectID, definition: String, result: String?, modes: String = "", names: [String] = [],
        outputTypes: String = "", defaultCount: Int = 0, hasTextBody: Bool = true
    ) {
        self.id = id
        self.definition = definition
        self.result = result
        self.modes = modes
        self.names = names
        self.outputTypes = outputTypes
        self.defaultCount = defaultCount
        self.hasTextBody = hasTextBody
    }
}
