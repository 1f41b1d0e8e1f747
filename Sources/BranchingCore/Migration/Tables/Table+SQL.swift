import DiffTerms
import SQLText
package import SchemaModel

extension Table: MigratedObject {
    /// The statements that make it.
    package func creation(_ context: MigrationContext) -> [Statement] { creation(context, defaults: []) }

    /// - Parameter defaults: The defaults that are written with their columns.
    func creation(_ context: MigrationContext, defaults: Set<ObjectID>) -> [Statement] {
        let columns = context.to.columns(of: id)
        let kind =
            server != nil
            ? "FOREIGN TABLE" : persistence == .unlogged && partitionKey == nil ? "UNLOGGED TABLE" : "TABLE"
        var text = "CREATE \(kind) \(id.qualifiedName)"
        if let ofType {
            text += " OF \(ofType)"
            let parts = columns.map { ($0, $0.clauses(default: $0.inlineDefault(defaults, context))) }
                .filter { !$1.isEmpty }.map { "    \($0.quotedName) WITH OPTIONS\($1)" }
            if !parts.isEmpty { text += " (\n\(parts.joined(separator: ",\n"))\n)" }
        } else {
            var parts = columns.filter { isPartition || $0.isLocal }.map { column in
                "    " + column.declaration(default: column.inlineDefault(defaults, context))
            }
            // An inherited column may be NOT NULL only here.
            parts += columns.filter { !isPartition && !$0.isLocal }.compactMap { $0.inheritedNotNull(context) }
            text += parts.isEmpty ? " ()" : " (\n\(parts.joined(separator: ",\n"))\n)"
        }
        let parents = context.to.inheritances(ofTable: id)
            .compactMap { context.to.object($0, as: Inheritance.self) }
            .filter { $0.bound == nil }
            .sorted { $0.position < $1.position }
            .map(\.parent)
        if !parents.isEmpty {
            text += "\nINHERITS (\(parents.map(\.qualifiedName).joined(separator: ", ")))"
        }
        if let partitionKey { text += "\nPARTITION BY \(partitionKey)" }
        if let server { text += "\nSERVER \(SQLIdentifier.name(server))" }
        if !foreignOptions.isEmpty { text += "\nOPTIONS (\(foreignOptions.joined(separator: ", ")))" }
        if let accessMethod, accessMethod != "heap", partitionKey == nil || context.serverVersion >= 170_000 {
            text += "\nUSING \(SQLIdentifier.name(accessMethod))"
        }
        if !options.isEmpty { text += "\nWITH (\(options.map(OptionText.assignment).joined(separator: ", ")))" }
        if let tablespace { text += "\nTABLESPACE \(SQLIdentifier.name(tablespace))" }
        let later =
            isPartition
            ? []
            : columns.flatMap { $0.laterNotNull(context) }
                + columns.filter { $0.losesInheritedDefault(context) }.map { $0.alter("DROP DEFAULT") }
        return [Statement(text)] + later
            + columns.flatMap { column in
                column.attributeStatements(from: nil)
                    + column.persistence(isUnlogged: persistence == .unlogged, context)
            } + settings(from: nil)
    }

    /// The statements that remove it.
    package func removal(_ context: MigrationContext) -> [Statement] {
        let kind = server != nil ? "FOREIGN TABLE" : "TABLE"
        let hazards = server != nil ? [] : [Hazard(.deletesData, "All rows of \(id) are deleted.")]
        return [Statement("DROP \(kind) \(id.qualifiedName)", hazards: hazards)]
    }

    /// How to get here from another definition.
    package func alteration(from old: Table, _ context: MigrationContext) -> Alteration {
        if partitionKey != old.partitionKey || server != old.server || context.isDividedAnew(id) { return .rebuild }
        var statements: [Statement] = []
        let name = "ALTER TABLE \(id.qualifiedName)"
        if persistence != old.persistence && partitionKey == nil {
            statements.append(
                Statement(
                    "\(name) SET \(persistence == .unlogged ? "UNLOGGED" : "LOGGED")",
                    hazards: [Hazard(.tableRewrite), Hazard(.accessExclusiveLock)]))
            statements += ownedSequencesApart(context)
        }
        if accessMethod != old.accessMethod, accessMethod != nil || context.serverVersion >= 170_000 {
            let method = accessMethod.map(SQLIdentifier.name) ?? "DEFAULT"
            let hazards = partitionKey == nil ? [Hazard(.tableRewrite), Hazard(.accessExclusiveLock)] : []
            statements.append(Statement("\(name) SET ACCESS METHOD \(method)", hazards: hazards))
        }
        if tablespace != old.tablespace {
            let hazards = partitionKey == nil ? [Hazard(.tableRewrite), Hazard(.accessExclusiveLock)] : []
            let space = tablespace.map(SQLIdentifier.name) ?? "pg_default"
            statements.append(Statement("\(name) SET TABLESPACE \(space)", hazards: hazards))
        }
        statements += OptionText.changes(from: old.options, to: options, of: name)
        statements += ForeignOptions.changes(
            from: old.foreignOptions, to: foreignOptions, of: "ALTER FOREIGN TABLE \(id.qualifiedName)")
        return .inPlace(statements + settings(from: old))
    }

    private func settings(from old: Table?) -> [Statement] {
        let name = "ALTER TABLE \(id.qualifiedName)"
        var statements: [Statement] = []
        func security(_ word: String, _ before: Bool, _ after: Bool) {
            guard before != after else { return }
            statements.append(Statement("\(name) \(word)", hazards: old == nil ? [] : [Hazard(.authorizationChange)]))
        }
        security(
            "\(hasRowSecurity ? "ENABLE" : "DISABLE") ROW LEVEL SECURITY", old?.hasRowSecurity ?? false, hasRowSecurity)
        security(
            "\(forcesRowSecurity ? "" : "NO ")FORCE ROW LEVEL SECURITY", old?.forcesRowSecurity ?? false,
            forcesRowSecurity)
        if replicaIdentity != old?.replicaIdentity ?? "DEFAULT" {
            let only = "ALTER TABLE ONLY \(id.qualifiedName)"
            statements.append(
                Statement(
                    "\(only) REPLICA IDENTITY \(replicaIdentity)", hazards: old == nil ? [] : [Hazard(.replication)]))
        }
        return statements
    }

    /// What changed, in a few words each.
    package func differences(from old: Table) -> [String] {
        var notes = DifferenceNotes()
        notes.note("partition key", old.partitionKey, partitionKey)
        notes.note("persistence", old.persistence.rawValue, persistence.rawValue)
        notes.note("access method", old.accessMethod, accessMethod)
        notes.note("tablespace", old.tablespace, tablespace)
        notes.note("options", old.options.joined(separator: ", "), options.joined(separator: ", "))
        for option in ForeignOptions.differences(from: old.foreignOptions, to: foreignOptions) { notes.add(option) }
        notes.note("row security", old.hasRowSecurity ? "on" : "off", hasRowSecurity ? "on" : "off")
        notes.note("forced row security", old.forcesRowSecurity ? "on" : "off", forcesRowSecurity ? "on" : "off")
        notes.note("replica identity", old.replicaIdentity, replicaIdentity)
        notes.note("server", old.server, server)
        return notes.texts
    }
}
