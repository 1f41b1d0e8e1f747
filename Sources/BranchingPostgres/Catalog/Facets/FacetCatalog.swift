import PostgresLink
import SchemaModel

/// Owners, privileges, comments and security labels of all that was read: one query each.
enum FacetCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        let hasSubscriptions = contents.addresses.keys.contains { $0.catalog == .subscription }
        try session.forEachRow(of: OwnerQuery.sql(hasSubscriptions: hasSubscriptions)) { row in
            guard let id = try FacetRow(row: row).id(in: contents) else { return }
            contents.facets[id, default: ObjectFacets()].owner = try row.value("owner")
        }
        try session.forEachRow(of: PrivilegeQuery.sql) { row in
            guard let id = try FacetRow(row: row).id(in: contents) else { return }
            contents.facets[id, default: ObjectFacets()].privileges = try row.grants("grants")
        }
        try session.forEachRow(of: text("pg_description", columns: "d.description")) { row in
            guard let id = try FacetRow(row: row).id(in: contents) else { return }
            contents.facets[id, default: ObjectFacets()].comment = try row.value("description")
        }
        try session.forEachRow(of: text("pg_seclabel", columns: "d.provider, d.label")) { row in
            guard let id = try FacetRow(row: row).id(in: contents) else { return }
            let provider: String = try row.value("provider")
            contents.facets[id, default: ObjectFacets()].securityLabels[provider] = try row.value("label")
        }
    }

    /// The schema `public` is older than users' objects, but theirs.
    private static func text(_ catalog: String, columns: String) -> String {
        """
        SELECT d.classoid AS classid, d.objoid AS objid, d.objsubid, \(columns), c.relkind,
            coalesce(a.attname, c.relname, k.conname) AS name
        FROM pg_catalog.\(catalog) d
        LEFT JOIN pg_catalog.pg_class c ON d.classoid = 1259 AND c.oid = d.objoid
        LEFT JOIN pg_catalog.pg_attribute a ON d.classoid = 1259 AND d.objsubid <> 0 AND a.attrelid = d.objoid
            AND a.attnum = d.objsubid
        LEFT JOIN pg_catalog.pg_constraint k ON d.classoid = 2606 AND k.oid = d.objoid
        WHERE d.objoid >= \(CatalogFilter.firstUserOID) OR d.classoid = 2615
        """
    }
}
