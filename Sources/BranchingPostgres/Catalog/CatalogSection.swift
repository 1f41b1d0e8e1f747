import BranchingCore

/// The reader of one kind of objects: one query for all of them.
protocol CatalogSection: Sendable {
    /// Reads all objects of the kind.
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws(PostgresError)
}

/// Conditions that the queries share.
enum CatalogFilter {
    /// That a schema is one of users, `n` being `pg_namespace`.
    static let schema =
        "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname !~ '^pg_(toast_)?temp_'"

    /// That an object belongs to no extension.
    ///
    /// - Parameters:
    ///   - catalog: The catalog that it is in.
    ///   - oid: The expression of its OID: `p.oid`.
    static func notMember(_ catalog: Catalog, _ oid: String) -> String {
        """
        NOT EXISTS (SELECT FROM pg_catalog.pg_depend membership
            WHERE membership.classid = \(catalog.rawValue) AND membership.objid = \(oid) AND membership.deptype = 'e')
        """
    }

    /// The first OID of what users make (`FirstNormalObjectId` of access/transam.h).
    static let firstUserOID = 16384
}
