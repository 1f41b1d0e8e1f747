import PostgresLink
import SchemaModel

/// What each object needs (`pg_depend`, manual section 52.18), among the objects that were read. What names already
/// imply is left out: the schema, and the column of a default.
enum DependencyCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        try aliasConstructors(session, into: &contents)
        try session.forEachRow(of: sql) { row in
            guard let dependent = try id(row, "", contents), let needed = try id(row, "ref", contents),
                dependent != needed
            else { return }
            if isOwnership(dependent, needed) || isSaidElsewhere(dependent, needed) { return }
            contents.dependencies[dependent, default: []].insert(needed)
        }
    }

    /// The functions that come with a range type are part of it.
    private static func aliasConstructors(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents)
        throws
    {
        let rows = try session.query(
            """
            SELECT objid, refobjid FROM pg_catalog.pg_depend
            WHERE classid = 1255 AND refclassid = 1247 AND deptype = 'i' AND objid >= \(CatalogFilter.firstUserOID)
            """)
        for row in rows {
            guard let type = contents.id(at: CatalogAddress(catalog: .type, oid: try row.value("refobjid"))) else {
                continue
            }
            contents.alias(CatalogAddress(catalog: .function, oid: try row.value("objid")), type)
        }
    }

    private static func id(_ row: PostgresRow, _ prefix: String, _ contents: CatalogContents) throws -> ObjectID? {
        guard let catalog = Catalog(rawValue: try row.value(prefix + "classid")) else { return nil }
        return contents.id(
            at: CatalogAddress(
                catalog: catalog, oid: try row.value(prefix + "objid"), column: try row.value(prefix + "objsubid")))
    }

    /// Ownership of a sequence is its own object: as a dependency it would form a cycle with the default.
    private static func isOwnership(_ dependent: ObjectID, _ needed: ObjectID) -> Bool {
        dependent.kind == .sequence && (needed.kind == .column || needed.kind == .table)
    }

    /// Columns need their table, and children and partitions their parents, by what is said of them.
    private static func isSaidElsewhere(_ dependent: ObjectID, _ needed: ObjectID) -> Bool {
        (needed.kind == .column && dependent.kind == .table && dependent.name == needed.parent
            && dependent.schema == needed.schema)
            || (dependent.kind == .column && needed.kind == .table && dependent.parent == needed.name
                && dependent.schema == needed.schema)
    }

    private static let sql = """
        SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid FROM pg_catalog.pg_depend
        WHERE deptype IN ('n', 'a', 'i', 'P', 'S') AND refobjid >= \(CatalogFilter.firstUserOID)
            AND objid >= \(CatalogFilter.firstUserOID) AND NOT (classid = 1247 AND deptype = 'i')
            AND NOT (classid = 2604 AND deptype = 'a') AND refclassid <> 2615
        """
}
