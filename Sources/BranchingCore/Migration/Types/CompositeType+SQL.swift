import DiffTerms
import SQLText
package import SchemaModel

extension CompositeType: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let list = attributes.map { "    \($0.declaration)" }.joined(separator: ",\n")
        return [Statement("CREATE TYPE \(id.qualifiedName) AS (\(list.isEmpty ? "" : "\n\(list)\n"))")]
    }

    /// Attributes can be dropped, and added at the end. The type of one can be changed while no column holds values
    /// (manual: ALTER TYPE, Notes).
    package func alteration(from old: CompositeType, _ context: MigrationContext) -> Alteration {
        let before = Dictionary(old.attributes.map { ($0.name, $0) }) { $1 }
        let after = Set(attributes.map(\.name))
        let kept = attributes.prefix { before[$0.name] != nil }
        let dropped = old.attributes.filter { !after.contains($0.name) }
        guard kept.map(\.name) == old.attributes.map(\.name).filter(after.contains) else { return .rebuild }
        let retyped = kept.filter { $0 != before[$0.name] }
        let use = TypeUse(of: id, in: context.from)
        if !retyped.isEmpty && use.isStored { return .rebuild }
        let actions =
            dropped.map { "DROP ATTRIBUTE \(SQLIdentifier.name($0.name))" }
            + retyped.map(\.retyping) + attributes.dropFirst(kept.count).map { "ADD ATTRIBUTE \($0.declaration)" }
        // Tables of the type are changed with it.
        let suffix = use.hasTypedTables ? " CASCADE" : ""
        let hazards =
            dropped.isEmpty || !use.isStored
            ? [] : [Hazard(.deletesData, "The values dropped from \(id) are no longer visible.")]
        let statement = Statement(
            "ALTER TYPE \(id.qualifiedName)\n    " + actions.map { $0 + suffix }.joined(separator: ",\n    "),
            hazards: hazards)
        let isDisturbing = !use.isStored && !(dropped.isEmpty && retyped.isEmpty)
        return isDisturbing ? .disturbing([statement]) : .inPlace([statement])
    }

    /// An expression of this type for a value of an earlier definition, attribute by attribute: what has the same name
    /// keeps its value.
    ///
    /// - Parameter value: An expression of the earlier type that may appear more than once, such as a column.
    package func conversion(of value: String, from old: CompositeType) -> String {
        let before = Dictionary(old.attributes.map { ($0.name, $0) }) { $1 }
        let values = attributes.map { attribute in
            guard let earlier = before[attribute.name] else { return "NULL" }
            let field = "(\(value)).\(SQLIdentifier.name(attribute.name))"
            // A user's type may itself be of another version now.
            let isSame = earlier.type == attribute.type && !attribute.type.contains(".")
            return isSame ? field : "\(field)::text::\(attribute.type)"
        }
        return """
            CASE WHEN \(value) IS DISTINCT FROM NULL THEN ROW(\(values.joined(separator: ", ")))::\(id.qualifiedName) END
            """
    }

    /// What changed, in a few words each.
    package func differences(from old: CompositeType) -> [String] {
        var notes = DifferenceNotes()
        let before = Dictionary(old.attributes.map { ($0.name, $0) }) { $1 }
        let after = Dictionary(attributes.map { ($0.name, $0) }) { $1 }
        for attribute in old.attributes {
            notes.note("attribute \(attribute.name)", attribute.definition, after[attribute.name]?.definition)
        }
        for attribute in attributes where before[attribute.name] == nil {
            notes.note("attribute \(attribute.name)", nil, attribute.definition)
        }
        return notes.texts.isEmpty ? ["order of attributes"] : notes.texts
    }
}

extension CompositeType.Attribute {
    fileprivate var definition: String { type + (collation.map { " COLLATE \($0)" } ?? "") }

    fileprivate var declaration: String { "\(SQLIdentifier.name(name)) \(definition)" }

    fileprivate var retyping: String { "ALTER ATTRIBUTE \(SQLIdentifier.name(name)) TYPE \(definition)" }
}
