/// How a language sees the values of a type (manual: CREATE TRANSFORM).
public struct Transform: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The function that turns a value into the language's, with its arguments.
    public var fromSQL: String?
    /// The function that turns a value of the language into the type's, with its arguments.
    public var toSQL: String?

    /// Makes a transform. The language is the signature of its identity.
    public init(type: String, language: String, fromSQL: String?, toSQL: String?) {
        id = ObjectID(.transform, name: type, signature: language)
        self.fromSQL = fromSQL
        self.toSQL = toSQL
    }
}
