import SchemaModel

/// Typed tables (`CREATE TABLE … OF`) whose type changes. PostgreSQL refuses to change their columns directly, and the
/// type takes the table along only without defaults and the like; so it is a plain table meanwhile.
struct TableTyping {
    /// The same migration, with these tables untyped.
    private(set) var context: MigrationContext
    /// What comes first.
    private(set) var removals: [Statement] = []
    /// What comes once everything has its columns.
    private(set) var additions: [Statement] = []
    /// What changes of each table, in words.
    private(set) var details: [ObjectID: [String]] = [:]

    init(_ context: MigrationContext) {
        self.context = context
        var plain: [ObjectID: (old: Table, new: Table)] = [:]
        for case let new as Table in context.to.objects.values {
            guard let old = context.from.object(new.id, as: Table.self), old.ofType != nil || new.ofType != nil else {
                continue
            }
            let isSame =
                old.ofType == new.ofType && Self.type(of: old, in: context.from) == Self.type(of: new, in: context.to)
            if !isSame { plain[new.id] = (old, new) }
        }
        guard !plain.isEmpty else { return }
        for (id, table) in plain.sorted(by: { $0.key < $1.key }) {
            let alter = "ALTER TABLE \(id.qualifiedName)"
            if table.old.ofType != nil { removals.append(Statement("\(alter) NOT OF")) }
            if let type = table.new.ofType { additions.append(Statement("\(alter) OF \(type)")) }
            if table.old.ofType != table.new.ofType {
                details[id] = ["type \(table.old.ofType ?? "none") -> \(table.new.ofType ?? "none")"]
            }
        }
        self.context = MigrationContext(
            from: context.from.withoutTypes(of: Set(plain.keys)), to: context.to.withoutTypes(of: Set(plain.keys)),
            options: context.options)
    }

    private static func type(of table: Table, in schema: DatabaseSchema) -> CompositeType? {
        (schema.dependencies[table.id] ?? []).lazy
            .compactMap { schema.object($0, as: CompositeType.self) }
            .first { $0.id.qualifiedName == table.ofType }
    }
}

extension DatabaseSchema {
    /// The same, with some tables untyped.
    fileprivate func withoutTypes(of tables: Set<ObjectID>) -> DatabaseSchema {
        var dependencies = dependencies
        let objects = objects.values.map { object -> any SchemaObject in
            guard tables.contains(object.id), var table = object as? Table, let type = table.ofType else {
                return object
            }
            dependencies[table.id] = dependencies[table.id]?.filter { $0.kind != .type || $0.qualifiedName != type }
            table.ofType = nil
            return table
        }
        return replacing(objects: objects, dependencies: dependencies)
    }
}
