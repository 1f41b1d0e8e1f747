/// A cast between two types (manual: CREATE CAST).
package struct Cast: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// How it is done: `WITH FUNCTION s.f(a)`, `WITHOUT FUNCTION` or `WITH INOUT`.
    package var method: String
    /// Where it is applied without being asked for: `ASSIGNMENT` or `IMPLICIT`; nil for nowhere.
    package var context: String?

    /// Makes a cast.
    package init(source: String, target: String, method: String, context: String? = nil) {
        id = ObjectID(.cast, name: "\(source) AS \(target)")
        self.method = method
        self.context = context
    }
}
