import SchemaModel

/// Things with facets that are not objects themselves come and go with an object, their carrier: a column of a view,
/// the sequence of an identity column, the index of a constraint.
struct FacetCarriers: Sendable {
    private let schema: DatabaseSchema
    private let columnsBySequence: [String: ObjectID]
    private let constraintsByIndex: [ObjectID: ObjectID]

    init(_ schema: DatabaseSchema) {
        self.schema = schema
        var columns: [String: ObjectID] = [:]
        var constraints: [ObjectID: ObjectID] = [:]
        for object in schema.objects.values {
            if let column = object as? Column, let identity = column.identity {
                columns[identity.sequenceName] = column.id
            } else if let constraint = object as? Constraint, constraint.hasIndex {
                constraints[ObjectID(.index, schema: constraint.id.schema, name: constraint.id.name)] = constraint.id
            }
        }
        columnsBySequence = columns
        constraintsByIndex = constraints
    }

    /// The object itself if it is one, else its carrier; nil if the schema has neither.
    func carrier(of id: ObjectID) -> ObjectID? {
        if schema.objects[id] != nil { return id }
        // The columns of a table are objects: one that is none is gone.
        if let container = schema.container(of: id) {
            let isGone =
                id.kind == .column
                ? container.kind == .table || container.kind == .foreignTable : schema.facets[id] == nil
            return isGone ? nil : container
        }
        let found: ObjectID? =
            switch id.kind {
            case .sequence: columnsBySequence[id.qualifiedName]
            case .index: constraintsByIndex[id]
            case .column, .constraint: ObjectID(.type, schema: id.schema, name: id.parent)
            default: nil
            }
        return found.flatMap { schema.objects[$0] == nil ? nil : $0 }
    }
}
