extension ColumnDefault {
    private var alter: String {
        let table = isForeign ? "FOREIGN TABLE" : "TABLE"
        return "ALTER \(table) ONLY \(id.qualifiedParent) ALTER COLUMN \(SQLIdentifier.name(id.name))"
    }

    public func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("\(alter) SET DEFAULT \(expression)")]
    }

    public func removal(_ context: MigrationContext) -> [Statement] { [Statement("\(alter) DROP DEFAULT")] }

    public func alteration(from old: ColumnDefault, _ context: MigrationContext) -> Alteration {
        .inPlace(creation(context))
    }

    public func differences(from old: ColumnDefault) -> [String] { ["\(old.expression) -> \(expression)"] }
}
