import DiffTerms
import SchemaModel

/// Leaves out of a schema what is not compared.
struct SchemaFilter {
    let options: DiffOptions

    /// The schema without what is left out.
    func apply(to schema: DatabaseSchema) -> DatabaseSchema {
        guard !options.schemas.isEmpty || !options.excludedSchemas.isEmpty || !options.ignored.isEmpty else {
            return schema
        }
        return schema.replacing(
            objects: schema.objects.values.filter { isCompared($0.id) },
            facets: schema.facets.filter { isCompared($0.key) }.mapValues(compared),
            changedPrivileges: options.ignored.contains(.privileges)
                ? [:] : schema.changedPrivileges.filter { isCompared($0.key) },
            dependencies: schema.dependencies.filter { isCompared($0.key) })
    }

    /// Whether an object is compared. One outside all schemas is, unless only some schemas are compared.
    private func isCompared(_ id: ObjectID) -> Bool {
        if id.kind == .defaultPrivileges && options.ignored.contains(.privileges) { return false }
        let schema = id.kind == .schema ? id.name : id.schema
        if options.excludedSchemas.contains(schema) { return false }
        return options.schemas.isEmpty || options.schemas.contains(schema)
    }

    private func compared(_ facets: ObjectFacets) -> ObjectFacets {
        var facets = facets
        if options.ignored.contains(.owner) { facets.owner = nil }
        if options.ignored.contains(.privileges) { facets.privileges = nil }
        if options.ignored.contains(.comments) { facets.comment = nil }
        return facets
    }
}
