import DiffTerms
import PostgresLink
import SchemaModel

/// What was read so far, and its addresses in the catalogs.
struct CatalogContents {
    /// The version of the server, as `server_version_num`.
    let serverVersion: Int
    private(set) var objects: [any SchemaObject] = []
    private(set) var addresses: [CatalogAddress: ObjectID] = [:]
    /// What each object needs, if `pg_depend` does not say it.
    var dependencies: [ObjectID: Set<ObjectID>] = [:]
    var facets: [ObjectID: ObjectFacets] = [:]
    var changedPrivileges: [ObjectID: ChangedPrivileges] = [:]
    /// Storage options that the manual does not document.
    var unknownOptions: Set<UnsupportedObject> = []

    init(serverVersion: Int) {
        self.serverVersion = serverVersion
        objects.reserveCapacity(1 << 12)
        addresses.reserveCapacity(1 << 13)
    }

    /// Adds an object.
    mutating func add(_ object: any SchemaObject, at address: CatalogAddress) {
        objects.append(object)
        addresses[address] = object.id
    }

    /// Adds an object that has no catalog row: one that is part of another's row.
    mutating func add(_ object: any SchemaObject, needing needed: Set<ObjectID> = []) {
        objects.append(object)
        if !needed.isEmpty { dependencies[object.id, default: []].formUnion(needed) }
    }

    /// Makes an address a part of an object.
    mutating func alias(_ address: CatalogAddress, _ id: ObjectID) {
        addresses[address] = id
    }

    /// The relation with an OID; nil for what belongs to a member of an extension: as for pg_dump, that is the
    /// extension's business and no part of the schema.
    func relation(at oid: UInt32) -> ObjectID? {
        guard let id = id(at: CatalogAddress(catalog: .relation, oid: oid)), id.kind != .extension else { return nil }
        return id
    }

    /// The object at an address; for a column without an object, the whole.
    func id(at address: CatalogAddress) -> ObjectID? {
        if let id = addresses[address] { return id }
        guard address.column != 0 else { return nil }
        return addresses[CatalogAddress(catalog: address.catalog, oid: address.oid)]
    }
}

/// The address of an object in the system catalogs, as used by `pg_depend`.
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

extension CatalogContents {
    /// Makes the row type of a relation, and its array type, parts of the relation.
    ///
    /// - Parameter row: Has the columns `row_type` and `typarray`.
    mutating func aliasRowTypes(of id: ObjectID, _ row: PostgresRow) throws {
        for column in ["row_type", "typarray"] {
            guard let oid: UInt32 = try row.optional(column), oid != 0 else { continue }
            alias(CatalogAddress(catalog: .type, oid: oid), id)
        }
    }
}
