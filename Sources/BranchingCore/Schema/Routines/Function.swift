/// A function, a window function or a procedure.
package struct Function: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The statement that makes it, as `pg_get_functiondef` writes it.
    package var definition: String
    /// What it returns, as `pg_get_function_result` writes it; nil for a procedure.
    package var result: String?
    /// The modes of all arguments, one letter each: `i`, `o`, `b`, `v`, `t`.
    package var modes: String
    /// The names of all arguments, in order; empty for those without one.
    package var names: [String]
    /// The types of all arguments that are given back, in order.
    package var outputTypes: String
    /// How many arguments have a default.
    package var defaultCount: Int
    /// Whether its body is text, so that PostgreSQL does not know what it uses.
    package var hasTextBody: Bool
    /// Whether it is a window function.
    package var isWindow: Bool

    /// Makes a function.
    package init(
        id: ObjectID, definition: String, result: String?, modes: String = "", names: [String] = [],
        outputTypes: String = "", defaultCount: Int = 0, hasTextBody: Bool = true,
        isWindow: Bool = false
    ) {
        self.id = id
        self.definition = definition
        self.result = result
        self.modes = modes
        self.names = names
        self.outputTypes = outputTypes
        self.defaultCount = defaultCount
        self.hasTextBody = hasTextBody
        self.isWindow = isWindow
    }
}
