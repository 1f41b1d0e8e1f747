/// Where an object stands in the system catalogs, as `pg_depend` points to it.
struct CatalogAddress: Hashable {
    let catalog: Catalog
    let oid: UInt32
    /// The number of a column; 0 for the whole object.
    var column: Int32 = 0

    func hash(into hasher: inout Hasher) {
        hasher.combine(
            UInt64(oid) << 32 | UInt64(UInt16(truncatingIfNeeded: column)) << 16 | UInt64(catalog.rawValue & 0xffff))
    }
}
