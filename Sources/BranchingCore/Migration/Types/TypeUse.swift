import SchemaModel

/// Where values of a type are, in the schema that is migrated.
struct TypeUse {
    /// Whether a column has it, even within an array, a domain, a range or a composite type.
    let isStored: Bool
    /// Whether it is within another type of a column, where PostgreSQL does not look.
    let isStoredWithin: Bool
    /// Whether tables are made of it (`CREATE TABLE … OF`).
    let hasTypedTables: Bool

    init(of type: ObjectID, in schema: DatabaseSchema) {
        var dependents: [ObjectID: [ObjectID]] = [:]
        for (dependent, needed) in schema.dependencies
        where dependent.kind == .type || dependent.kind == .column || dependent.kind == .materializedView {
            for object in needed where object.kind == .type { dependents[object, default: []].append(dependent) }
        }
        var isStored = false
        var isStoredWithin = false
        var seen: Set<ObjectID> = [type]
        var queue: [(type: ObjectID, isWithin: Bool)] = [(type, false)]
        while let (used, isWithin) = queue.popLast() {
            for dependent in dependents[used] ?? [] {
                if dependent.kind == .type {
                    // A domain over it is checked like the type itself.
                    let isDomain = schema.object(dependent, as: DomainType.self) != nil
                    if seen.insert(dependent).inserted { queue.append((dependent, isWithin || !isDomain)) }
                    continue
                }
                isStored = true
                let column = schema.object(dependent, as: Column.self)
                if isWithin || column?.type.hasSuffix("[]") == true { isStoredWithin = true }
            }
        }
        self.isStored = isStored
        self.isStoredWithin = isStoredWithin
        let name = type.qualifiedName
        hasTypedTables = schema.objects.values.contains { ($0 as? Table)?.ofType == name }
    }
}
