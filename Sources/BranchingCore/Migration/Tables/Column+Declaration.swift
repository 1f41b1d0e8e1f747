import SQLText
package import SchemaModel

extension Column {
    package var quotedName: String { SQLIdentifier.name(id.name) }

    /// The expression of the default that is written with it.
    func inlineDefault(_ defaults: Set<ObjectID>, _ context: MigrationContext) -> String? {
        let id = id.columnDefault
        return defaults.contains(id) ? context.to.object(id, as: ColumnDefault.self)?.expression : nil
    }

    /// The column as written in CREATE TABLE and ADD COLUMN.
    func declaration(default expression: String? = nil) -> String {
        var text = "\(quotedName) \(type)"
        if !foreignOptions.isEmpty { text += " OPTIONS (\(foreignOptions.joined(separator: ", ")))" }
        if let collation { text += " COLLATE \(collation)" }
        return text + clauses(default: expression)
    }

    /// What follows a column's type.
    func clauses(default expression: String?) -> String {
        var text = ""
        if let generation, let expression = self.expression {
            text += " GENERATED ALWAYS AS (\(expression)) \(generation.rawValue.uppercased())"
        } else if let identity {
            text += " GENERATED \(identity.generation) AS IDENTITY\(identity.optionList(type: type))"
        } else if let expression {
            text += " DEFAULT \(expression)"
        }
        return isNotNull && isNotNullValid ? text + notNullClause : text
    }

    /// ` NOT NULL`, with the name of the constraint if it has one.
    package var notNullClause: String {
        let name = notNullName.map { " CONSTRAINT \(SQLIdentifier.name($0))" } ?? ""
        return "\(name) NOT NULL\(isNotNullNoInherit ? " NO INHERIT" : "")"
    }

    /// What CREATE TABLE says of an inherited column that only the child makes NOT NULL.
    func inheritedNotNull(_ context: MigrationContext) -> String? {
        guard isNotNull, isNotNullValid, !isNotNullInherited, context.serverVersion >= 180_000 else { return nil }
        let name = notNullName.map { "CONSTRAINT \(SQLIdentifier.name($0)) " } ?? ""
        return "    \(name)NOT NULL \(quotedName)"
    }

    /// The same before PostgreSQL 18, which has no constraint for it.
    func laterNotNull(_ context: MigrationContext) -> [Statement] {
        guard isNotNull, !isLocal, context.serverVersion < 180_000,
            !context.to.inheritedColumns(of: id).contains(where: {
                context.to.object($0, as: Column.self)?.isNotNull == true
            })
        else { return [] }
        return [alter("SET NOT NULL")]
    }
}

extension Column.Identity {
    /// The sequence's options that differ from PostgreSQL's defaults, in parentheses.
    func optionList(type: String) -> String {
        let options = sequence.clauses(from: SequenceOptions(type: type)).joined(separator: " ")
        let name = "SEQUENCE NAME \(sequenceName)"
        return " (\(([name] + (options.isEmpty ? [] : [options])).joined(separator: " ")))"
    }
}
