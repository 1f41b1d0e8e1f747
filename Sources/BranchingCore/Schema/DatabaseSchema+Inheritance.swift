extension DatabaseSchema {
    /// The columns of the same name of the tables that the table of a column inherits from.
    package func inheritedColumns(of id: ObjectID) -> [ObjectID] { inheritedParts(of: id) }

    /// The parts of the same kind and name of the tables that the table of a part inherits from.
    package func inheritedParts(of id: ObjectID) -> [ObjectID] {
        inheritances(of: id).compactMap { object($0, as: Inheritance.self)?.parent }
            .map(id.part)
            .filter { objects[$0] != nil }
    }

    /// What the table of a part inherits from.
    package func inheritances(of id: ObjectID) -> [ObjectID] {
        container(of: id).map(inheritances(ofTable:)) ?? []
    }

    /// What a table inherits from.
    package func inheritances(ofTable table: ObjectID) -> [ObjectID] { inheritances[table] ?? [] }

    /// Whether an inheritance is from a table, or from one that inherits from it.
    package func isInTree(_ inheritance: ObjectID, of table: ObjectID) -> Bool {
        guard let parent = object(inheritance, as: Inheritance.self)?.parent else { return false }
        return parent == table || inheritances(ofTable: parent).contains { isInTree($0, of: table) }
    }
}
