import SQLText
package import SchemaModel

extension ColumnDefault: MigratedObject {
    private var alter: String {
        let table = isForeign ? "FOREIGN TABLE" : "TABLE"
        return "ALTER \(table) ONLY \(id.qualifiedParent) ALTER COLUMN \(SQLIdentifier.name(id.name))"
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        [Statement("\(alter) SET DEFAULT \(expression)")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] { [Statement("\(alter) DROP DEFAULT")] }

    /// How to get here from another definition.
    package func alteration(from old: ColumnDefault, _ context: MigrationContext) -> Alteration {
        .inPlace(creation(context))
    }

    /// What changed, in a few words each.
    package func differences(from old: ColumnDefault) -> [String] { ["\(old.expression) -> \(expression)"] }
}
