import DiffTerms
import SQLText
package import SchemaModel

extension Policy: MigratedObject {
    private var target: String { "\(SQLIdentifier.name(id.name)) ON \(id.qualifiedParent)" }

    private var roleList: String {
        roles.isEmpty ? "PUBLIC" : roles.map(SQLIdentifier.name).joined(separator: ", ")
    }

    private func hazards(_ context: MigrationContext) -> [Hazard] {
        let table = ObjectID(.table, schema: id.schema, name: id.parent)
        return context.from.objects[table] == nil ? [] : [Hazard(.authorizationChange)]
    }

    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        var text = "CREATE POLICY \(target)"
        if !isPermissive { text += "\nAS RESTRICTIVE" }
        if command != "ALL" { text += "\nFOR \(command)" }
        if !roles.isEmpty { text += "\nTO \(roleList)" }
        if let using { text += "\nUSING (\(using))" }
        if let check { text += "\nWITH CHECK (\(check))" }
        return [Statement(text, hazards: hazards(context))]
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP POLICY \(target)", hazards: hazards(context))]
    }

    /// ALTER POLICY cannot remove an expression, nor change the command or the kind.
    package func alteration(from old: Policy, _ context: MigrationContext) -> Alteration {
        guard command == old.command, isPermissive == old.isPermissive, using != nil || old.using == nil,
            check != nil || old.check == nil
        else { return .rebuild }
        var clauses: [String] = []
        if roles != old.roles { clauses.append("TO \(roleList)") }
        if let using, using != old.using { clauses.append("USING (\(using))") }
        if let check, check != old.check { clauses.append("WITH CHECK (\(check))") }
        guard !clauses.isEmpty else { return .inPlace([]) }
        let text = "ALTER POLICY \(target)\n" + clauses.joined(separator: "\n")
        return .inPlace([Statement(text, hazards: hazards(context))])
    }

    /// What changed, in a few words each.
    package func differences(from old: Policy) -> [String] {
        var notes = DifferenceNotes()
        notes.note("command", old.command, command)
        notes.note("kind", old.isPermissive ? "permissive" : "restrictive", isPermissive ? "permissive" : "restrictive")
        notes.note("roles", old.roleList, roleList)
        notes.note("using", old.using, using)
        notes.note("check", old.check, check)
        return notes.texts
    }
}
