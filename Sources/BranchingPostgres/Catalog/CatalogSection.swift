import PostgresLink

/// The reader of one kind of object: one query for all of them.
protocol CatalogSection: Sendable {
    /// A condition that is false if there is nothing of the kind; then its query, slower to plan than to run, is
    /// skipped. Nil if there is always something, or if finding out costs as much.
    static var presence: String? { get }

    /// Reads all objects of the kind.
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws
}

extension CatalogSection {
    static var presence: String? { nil }
}

/// Conditions that the queries share.
enum CatalogFilter {
    /// Whether a schema belongs to users, `n` being `pg_namespace`.
    static let schema =
        "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname !~ '^pg_(toast_)?temp_'"

    /// Whether an object belongs to no extension.
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

    /// Whether a catalog has a row that a user made.
    ///
    /// - Parameters:
    ///   - catalog: Its name.
    ///   - oid: The column with the OID of the object.
    ///   - condition: What else must hold.
    static func presence(in catalog: String, by oid: String = "oid", and condition: String = "true") -> String {
        "EXISTS (SELECT FROM pg_catalog.\(catalog) WHERE \(oid) >= \(firstUserOID) AND \(condition))"
    }
}
