extension PublicationMember {
    private func alter(_ words: String) -> Statement {
        Statement("ALTER PUBLICATION \(SQLIdentifier.name(publication)) \(words)", hazards: [Hazard(.replication)])
    }

    public func creation(_ context: MigrationContext) -> [Statement] {
        var text = "ADD \(target)"
        if !columns.isEmpty { text += " (\(columns.map(SQLIdentifier.name).joined(separator: ", ")))" }
        if let filter { text += "\nWHERE (\(filter))" }
        return [alter(text)]
    }

    public func removal(_ context: MigrationContext) -> [Statement] { [alter("DROP \(target)")] }

    public func alteration(from old: PublicationMember, _ context: MigrationContext) -> Alteration {
        .inPlace(old.removal(context) + creation(context))
    }

    public func differences(from old: PublicationMember) -> [String] {
        var changes: [String] = []
        if columns != old.columns {
            func text(_ columns: [String]) -> String {
                columns.isEmpty ? "all" : columns.map(SQLIdentifier.name).joined(separator: ", ")
            }
            changes.append("columns \(text(old.columns)) -> \(text(columns))")
        }
        if filter != old.filter { changes.append("rows \(old.filter ?? "all") -> \(filter ?? "all")") }
        return changes
    }
}
