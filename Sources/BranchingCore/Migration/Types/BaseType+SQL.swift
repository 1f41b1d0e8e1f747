package import SchemaModel

extension BaseType: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let list = options.map { "    \($0)" }.joined(separator: ",\n")
        return TypeShell(of: id, in: context.to).statements
            + [Statement("CREATE TYPE \(id.qualifiedName) (\n\(list)\n)")]
    }

    /// It takes its functions along: neither goes before the other.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP TYPE \(id.qualifiedName) CASCADE")]
    }

    /// What changed, in a few words each.
    package func differences(from old: BaseType) -> [String] {
        var notes = DifferenceNotes()
        notes.note("options", old.options.joined(separator: ", "), options.joined(separator: ", "))
        return notes.texts
    }
}
