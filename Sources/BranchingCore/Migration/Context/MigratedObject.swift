package import SchemaModel

/// An object with the SQL that makes, changes and removes it. Every kind of object is one.
package protocol MigratedObject: SchemaObject {
    /// The statements that make it.
    func creation(_ context: MigrationContext) -> [Statement]

    /// The statements that remove it.
    func removal(_ context: MigrationContext) -> [Statement]

    /// How to get here from another definition of the same object.
    func alteration(from old: Self, _ context: MigrationContext) -> Alteration

    /// What changed, in a few words each: `type integer -> bigint`.
    func differences(from old: Self) -> [String]
}

// What most kinds need.
extension MigratedObject {
    /// `DROP` with the words of its kind.
    package func removal(_ context: MigrationContext) -> [Statement] {
        [Statement("DROP \(id.kind.words.uppercased()) \(id.qualifiedName)")]
    }

    /// By removing it and making it again.
    package func alteration(from old: Self, _ context: MigrationContext) -> Alteration { .rebuild }

    /// What changed, in a few words each.
    package func differences(from old: Self) -> [String] { [] }
}

extension MigratedObject {
    /// How to get here from the object that had the identity before.
    func alteration(fromAny old: any SchemaObject, _ context: MigrationContext) -> Alteration {
        (old as? Self).map { alteration(from: $0, context) } ?? .rebuild
    }

    /// What changed of the object that had the identity before.
    func differences(fromAny old: any SchemaObject) -> [String] {
        guard let same = old as? Self else { return ["\(old.kindName) -> \(kindName)"] }
        return same == self ? [] : differences(from: same)
    }
}

extension DatabaseSchema {
    /// The object of that identity, with its SQL.
    func migrated(_ id: ObjectID) -> (any MigratedObject)? { objects[id] as? any MigratedObject }
}
