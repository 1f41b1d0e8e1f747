import DiffTerms
import SQLText
package import SchemaModel

extension MaterializedView: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] {
        let fills = isFilled(context) && !isFilledLast(context)
        var text = "CREATE MATERIALIZED VIEW \(id.qualifiedName)"
        if let accessMethod, accessMethod != "heap" { text += " USING \(SQLIdentifier.name(accessMethod))" }
        if !options.isEmpty { text += " WITH (\(options.map(OptionText.assignment).joined(separator: ", ")))" }
        if let tablespace { text += " TABLESPACE \(SQLIdentifier.name(tablespace))" }
        text += " AS\n\(query)\nWITH \(fills ? "" : "NO ")DATA"
        return [Statement(text, hazards: fills ? [Hazard(.matviewRefresh)] : [])] + settings(from: [:])
    }

    /// Whether it has rows once it is made.
    private func isFilled(_ context: MigrationContext) -> Bool {
        context.from.object(id, as: MaterializedView.self)?.isPopulated ?? isPopulated
    }

    /// Whether its query calls functions whose bodies are text: what they use is not known, so all else comes first.
    private func isFilledLast(_ context: MigrationContext) -> Bool {
        var seen: Set<ObjectID> = [id]
        var queue = [id]
        while let next = queue.popLast() {
            for needed in context.to.dependencies[next] ?? [] where seen.insert(needed).inserted {
                if context.to.object(needed, as: Function.self)?.hasTextBody == true { return true }
                queue.append(needed)
            }
        }
        return false
    }

    /// What fills it after everything else; nil where its creation does, or where it stays empty.
    func filling(_ context: MigrationContext) -> Statement? {
        guard isFilled(context), isFilledLast(context) else { return nil }
        return Statement("REFRESH MATERIALIZED VIEW \(id.qualifiedName)", hazards: [Hazard(.matviewRefresh)])
    }

    /// How to get here from another definition.
    package func alteration(from old: MaterializedView, _ context: MigrationContext) -> Alteration {
        guard query == old.query, columns == old.columns else { return .rebuild }
        let name = "ALTER MATERIALIZED VIEW \(id.qualifiedName)"
        var statements = OptionText.changes(from: old.options, to: options, of: name)
        if accessMethod != old.accessMethod, let accessMethod {
            guard context.serverVersion >= 150_000 else { return .rebuild }
            statements.append(Statement("\(name) SET ACCESS METHOD \(SQLIdentifier.name(accessMethod))"))
        }
        if tablespace != old.tablespace {
            statements.append(
                Statement("\(name) SET TABLESPACE \(tablespace.map(SQLIdentifier.name) ?? "pg_default")"))
        }
        return .inPlace(statements + settings(from: old.columnSettings))
    }

    private func settings(from old: [String: [String]]) -> [Statement] {
        columns.flatMap { column -> [Statement] in
            let alter = "ALTER MATERIALIZED VIEW \(id.qualifiedName) ALTER COLUMN \(SQLIdentifier.name(column))"
            let before = old[column] ?? []
            let after = columnSettings[column] ?? []
            var statements = after.filter { !before.contains($0) }.map { Statement("\(alter) \($0)") }
            if before.contains(where: { $0.hasPrefix("SET STATISTICS") })
                && !after.contains(where: { $0.hasPrefix("SET STATISTICS") })
            {
                statements.append(Statement("\(alter) SET STATISTICS -1"))
            }
            return statements
        }
    }

    /// What changed, in a few words each.
    package func differences(from old: MaterializedView) -> [String] {
        query == old.query ? ["settings"] : ["query"]
    }
}
