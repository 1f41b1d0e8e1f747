/// A cast between two types (manual: CREATE CAST).
public struct Cast: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// How it is done: `WITH FUNCTION s.f(a)`, `WITHOUT FUNCTION` or `WITH INOUT`.
    public var method: String
    /// Where it is done without being asked for: `ASSIGNMENT` or `IMPLICIT`; nil for nowhere.
    public var context: String?

    /// Makes a cast.
    public init(source: String, target: String, method: String, context: String? = nil) {
        id = ObjectID(.cast, name: "\(source) AS \(target)")
        self.method = method
        self.context = context
    }
}
