/// How a language sees the values of a type (manual: CREATE TRANSFORM).
package struct Transform: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The function that turns a value into the language's, with its arguments.
    package var fromSQL: String?
    /// The function that turns a value of the language into the type's, with its arguments.
    package var toSQL: String?

    /// Makes a transform. The language is the signature of its identity.
    package init(type: String, language: String, fromSQL: String?, toSQL: String?) {
        id = ObjectID(.transform, name: type, signature: language)
        self.fromSQL = fromSQL
        self.toSQL = toSQL
    }
}
