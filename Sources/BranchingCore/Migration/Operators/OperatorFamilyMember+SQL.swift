import SQLText
package import SchemaModel

extension OperatorFamilyMember: MigratedObject {
    private var alter: String {
        "ALTER OPERATOR FAMILY \(id.qualifiedName) USING \(SQLIdentifier.name(accessMethod))"
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        // An operator comes before its types, `OPERATOR 1 s.<(a,b)`, and a function after those of its place.
        let number = place.split(separator: " ", maxSplits: 2).prefix(2).joined(separator: " ")
        let addition = "\(place.hasPrefix("OPERATOR") ? number : place) \(member)"
        return [Statement("\(alter) ADD \(addition)")]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] { [Statement("\(alter) DROP \(place)")] }

    /// What changed, in a few words each.
    package func differences(from old: OperatorFamilyMember) -> [String] { ["\(old.member) -> \(member)"] }
}
