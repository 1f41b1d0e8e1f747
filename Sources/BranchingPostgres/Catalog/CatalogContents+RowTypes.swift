import BranchingCore

extension CatalogContents {
    /// Says that the row type of a relation, and the array of it, are parts of the relation.
    ///
    /// - Parameter row: With the columns `row_type` and `typarray`.
    mutating func aliasRowTypes(of id: ObjectID, _ row: PostgresRow) throws(PostgresError) {
        for column in ["row_type", "typarray"] {
            guard let oid: UInt32 = try row.optional(column), oid != 0 else { continue }
            alias(CatalogAddress(catalog: .type, oid: oid), id)
        }
    }
}
