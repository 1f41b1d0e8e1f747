import DiffTerms
import SchemaModel

extension Column {
    /// How a column that holds rows of a relation lets go of its type while that changes: its values are JSON meanwhile,
    /// which keeps fields by their names. Arrays are text, as no expression reads them from JSON, and so are rows of a view
    /// with as many columns as before, which have no names of their own to go by.
    ///
    /// - Parameter relation: Whose rows it holds.
    func detachment(from old: Column, of relation: ObjectID, _ context: MigrationContext) -> Decision {
        guard type == old.type else {
            return .detach(removing: swapped(from: old, throughText: false, context), building: [])
        }
        let hazards = [
            Hazard(.tableRewrite, "\(id.parent) is rewritten twice."), Hazard(.accessExclusiveLock),
            Hazard(.mayFailOnData),
        ]
        let goesByPlace = context.columnCount(of: relation, in: context.from).map {
            $0 == context.columnCount(of: relation, in: context.to)
        }
        let isText = type.hasSuffix("[]") || goesByPlace == true
        let aside = isText ? "text USING \(quotedName)::text" : "jsonb USING pg_catalog.to_jsonb(\(quotedName))"
        let value = isText ? "\(quotedName)::\(type)" : "pg_catalog.jsonb_populate_record(NULL::\(type), \(quotedName))"
        return .detach(
            removing: [alter("TYPE \(aside)", hazards: hazards, only: false)],
            building: [alter("TYPE \(type) USING \(value)", hazards: hazards, only: false)]
                + notNullStatements(from: old, context) + attributeStatements(from: old.afterRetyping))
    }
}

extension MigrationContext {
    /// How many columns a view has; nil if it is none.
    fileprivate func columnCount(of relation: ObjectID, in schema: DatabaseSchema) -> Int? {
        schema.object(relation, as: View.self)?.columns.count
            ?? schema.object(relation, as: MaterializedView.self)?.columns.count
    }
}
