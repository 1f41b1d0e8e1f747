/// Where an object stands in the system catalogs, as `pg_depend` points to it.
struct CatalogAddress: Hashable {
    let catalog: Catalog
    let oid: UInt32
    /// The number of a column; 0 for the whole object.
    var column: Int32 = 0
}
