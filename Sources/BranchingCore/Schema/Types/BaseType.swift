/// A type that its own functions read and write (manual section 36.13).
package struct BaseType: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The options, in the order of the manual, as `INPUT = s.f`.
    package var options: [String]

    /// Makes a base type.
    package init(id: ObjectID, options: [String]) {
        self.id = id
        self.options = options
    }

    /// What to call its kind in a report.
    package var kindName: String { "base type" }
}
