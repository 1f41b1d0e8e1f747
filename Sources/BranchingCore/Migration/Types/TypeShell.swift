import SchemaModel

/// What must exist before a type whose own functions take and return it: its name, and then the functions (manual:
/// CREATE TYPE, Base Types).
struct TypeShell {
    private let id: ObjectID
    private let functions: [Function]

    /// - Parameter schema: Where the type is, or will be.
    init(of id: ObjectID, in schema: DatabaseSchema) {
        self.id = id
        functions = (schema.dependencies[id] ?? []).sorted().compactMap { needed in
            schema.dependencies[needed]?.contains(id) == true ? schema.object(needed, as: Function.self) : nil
        }
    }

    /// Whether there are such functions.
    var isNeeded: Bool { !functions.isEmpty }

    /// The statements; those of the functions replace what exists, so that they can run again in their own place.
    var statements: [Statement] {
        isNeeded ? [Statement("CREATE TYPE \(id.qualifiedName)")] + functions.map { Statement($0.definition) } : []
    }
}
