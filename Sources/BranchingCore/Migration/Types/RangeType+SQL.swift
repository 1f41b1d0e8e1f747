package import SchemaModel

extension RangeType: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var options = ["subtype = \(subtype)"]
        if let operatorClass { options.append("subtype_opclass = \(operatorClass)") }
        if let collation { options.append("collation = \(collation)") }
        if let canonicalFunction { options.append("canonical = \(canonicalFunction)") }
        if let differenceFunction { options.append("subtype_diff = \(differenceFunction)") }
        if let multirangeName, context.serverVersion >= 140_000 {
            options.append("multirange_type_name = \(multirangeName)")
        }
        let list = options.map { "    \($0)" }.joined(separator: ",\n")
        return TypeShell(of: id, in: context.to).statements
            + [Statement("CREATE TYPE \(id.qualifiedName) AS RANGE (\n\(list)\n)")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        // Its canonical function and it need each other.
        [Statement("DROP TYPE \(id.qualifiedName)\(TypeShell(of: id, in: context.from).isNeeded ? " CASCADE" : "")")]
    }

    /// How to get here from another definition.
    package func alteration(from old: RangeType, _ context: MigrationContext) -> Alteration {
        var renamed = old
        renamed.multirangeName = multirangeName
        guard renamed == self else { return .rebuild }
        return context.serverVersion < 140_000 ? .inPlace([]) : .rebuild
    }

    /// What changed, in a few words each.
    package func differences(from old: RangeType) -> [String] {
        var notes = DifferenceNotes()
        notes.note("subtype", old.subtype, subtype)
        notes.note("operator class", old.operatorClass, operatorClass)
        notes.note("collation", old.collation, collation)
        notes.note("canonical function", old.canonicalFunction, canonicalFunction)
        notes.note("difference function", old.differenceFunction, differenceFunction)
        notes.note("multirange type", old.multirangeName, multirangeName)
        return notes.texts
    }
}
