import DiffTerms
import SQLText
import SchemaModel

/// Keeps the rows of a table that must be made again, such as one that becomes partitioned.
struct TableRowCopy {
    /// What copies the rows aside.
    let saving: [Statement]
    /// What brings them back.
    let restoring: [Statement]

    /// - Returns: nil if there is nothing to keep: a foreign table, or no column in common.
    ///
    /// - Parameter swapped: Columns whose type is another one of the same name: their values go through text.
    init?(from old: Table, to new: Table, swapped: Set<ObjectID>, _ context: MigrationContext) {
        guard old.server == nil, new.server == nil else { return nil }
        let before = Dictionary(
            context.from.columns(of: old.id).map { ($0.id.name, $0) }, uniquingKeysWith: { $1 })
        let columns = context.to.columns(of: new.id).filter { column in
            column.generation == nil && before[column.id.name] != nil
        }
        guard !columns.isEmpty else { return nil }
        let copy = SQLIdentifier.qualified(old.id.schema, ObjectSwap.temporaryName(of: old.id).name)
        let names = columns.map(\.quotedName).joined(separator: ", ")
        let values = columns.map { column in
            before[column.id.name]?.type == column.type && !swapped.contains(column.id)
                ? column.quotedName : "\(column.quotedName)::text::\(column.type)"
        }.joined(separator: ", ")
        saving = [
            Statement(
                "CREATE TABLE \(copy) AS SELECT * FROM \(old.id.qualifiedName)",
                hazards: [
                    Hazard(.tableRewrite, "All rows of \(old.id) are copied twice."), Hazard(.accessExclusiveLock),
                ])
        ]
        restoring = [
            Statement(
                "INSERT INTO \(new.id.qualifiedName) (\(names)) OVERRIDING SYSTEM VALUE SELECT \(values) FROM \(copy)",
                hazards: [Hazard(.mayFailOnData)]), Statement("DROP TABLE \(copy)"),
        ]
    }
}
