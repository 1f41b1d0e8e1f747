/// An extension (manual section 36.17). What is in it is its own business.
package struct Extension: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The schema that its objects are in.
    package var schema: String
    /// Its version.
    package var version: String
    /// Whether its objects can go to another schema.
    package var isRelocatable: Bool
    /// The versions that its server has scripts to, from this one; nil if unknown.
    package var updates: Set<String>?
    /// Whether there are tables in it.
    package var hasTables: Bool

    /// Makes an extension.
    package init(
        name: String, schema: String, version: String, isRelocatable: Bool = true, updates: Set<String>? = nil,
        hasTables: Bool = false
    ) {
        id = ObjectID(.extension, name: name)
        self.schema = schema
        self.version = version
        self.isRelocatable = isRelocatable
        self.updates = updates
        self.hasTables = hasTables
    }

    /// Whether both are the same, whatever their servers could make of them.
    package static func == (left: Extension, right: Extension) -> Bool {
        left.id == right.id && left.schema == right.schema && left.version == right.version
            && left.isRelocatable == right.isRelocatable
    }

    /// Combines what makes two the same.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(schema)
        hasher.combine(version)
    }
}
