/// A type that functions of its own read and write (manual section 36.13).
public struct BaseType: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The options, in the order of the manual, as `INPUT = s.f`.
    public var options: [String]

    /// Makes a base type.
    public init(id: ObjectID, options: [String]) {
        self.id = id
        self.options = options
    }

    /// What to call its kind in a report.
    public var kindName: String { "base type" }
}
