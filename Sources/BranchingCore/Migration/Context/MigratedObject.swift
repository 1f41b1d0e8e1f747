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

/// How one definition of an object becomes another.
package enum Alteration: Sendable, Hashable {
    /// By statements that leave everything that depends on it as it is. None: nothing to do.
    case inPlace([Statement])
    /// By statements that PostgreSQL refuses while certain objects depend on it: those are removed first and made again
    /// afterwards.
    case disturbing([Statement])
    /// By removing it and making it again.
    case rebuild
}

/// What changed, in a few words each.
struct DifferenceNotes {
    private(set) var texts: [String] = []

    /// Notes that a value changed, if it did.
    mutating func note(_ what: String, _ before: String?, _ after: String?) {
        if before != after { texts.append("\(what) \(before ?? "none") -> \(after ?? "none")") }
    }

    /// Notes a change that has no values to show.
    mutating func add(_ text: String) { texts.append(text) }

    /// Notes that something turned on or off, if it did.
    mutating func note(_ what: String, _ before: Bool, _ after: Bool) {
        note(what, before ? "yes" : "no", after ? "yes" : "no")
    }
}
