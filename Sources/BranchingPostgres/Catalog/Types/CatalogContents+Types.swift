import PostgresLink
import SchemaModel

extension CatalogContents {
    /// Adds a type; its array type is part of it.
    ///
    /// - Parameter row: Has the columns `oid` and `typarray`.
    mutating func add(type: any SchemaObject, _ row: PostgresRow) throws {
        add(type, at: CatalogAddress(catalog: .type, oid: try row.value("oid")))
        try alias("typarray", of: row, in: .type, type.id)
    }

    /// Makes what a column points to, if anything, a part of an object.
    mutating func alias(_ column: String, of row: PostgresRow, in catalog: Catalog, _ id: ObjectID) throws {
        guard let oid: UInt32 = try row.optional(column), oid != 0 else { return }
        alias(CatalogAddress(catalog: catalog, oid: oid), id)
    }
}

extension PostgresRow {
    /// The identity of a type, from the columns `nspname` and `typname`.
    func typeID() throws -> ObjectID {
        ObjectID(.type, schema: try value("nspname"), name: try value("typname"))
    }
}

extension [PostgresRow] {
    /// Groups consecutive rows with the same value in a column. No group is empty.
    func grouped(by column: String) throws -> [[PostgresRow]] {
        var groups: [[PostgresRow]] = []
        var last: String?
        for row in self {
            let key: String = try row.value(column)
            if key == last { groups[groups.count - 1].append(row) } else { groups.append([row]) }
            last = key
        }
        return groups
    }
}
