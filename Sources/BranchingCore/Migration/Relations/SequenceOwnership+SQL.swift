extension SequenceOwnership {
    private var alter: String { "ALTER SEQUENCE \(sequence.qualifiedName) OWNED BY" }

    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("\(alter) \(column.qualifiedParent).\(SQLIdentifier.name(column.name))")]
    }

    public func removal(_ context: MigrationContext) -> [Statement] {
        // A sequence that goes too need not be freed.
        context.to.objects[sequence] == nil ? [] : [Statement("\(alter) NONE")]
    }

    public func alteration(from old: SequenceOwnership, _ context: MigrationContext) -> Alteration { .rebuild }

    public func differences(from old: SequenceOwnership) -> [String] { ["\(old.column) -> \(column)"] }
}
