import DiffTerms
import PostgresLink
import SQLText

/// What users made and no section read: nothing may be left out silently.
enum CompletenessCatalog {
    /// The objects that the model lacks, sorted.
    static func read(_ session: borrowing ConnectionHandle, _ contents: CatalogContents) throws -> [UnsupportedObject] {
        var missing: [(catalog: UInt32, oid: UInt32)] = []
        try session.forEachRow(of: ExpectedObjects.sql) { row in
            let oid: UInt32 = try row.value("objid")
            let number: UInt32 = try row.value("classid")
            guard let catalog = Catalog(rawValue: number) else { return }
            if contents.id(at: CatalogAddress(catalog: catalog, oid: oid)) == nil { missing.append((number, oid)) }
        }
        try session.forEachRow(of: unknownKinds) { row in
            missing.append((try row.value("classid"), try row.value("objid")))
        }
        let catalogs = try session.query(unknownCatalogs).map { row in
            try row.value("relname", as: String.self)
        }
        if !catalogs.isEmpty {
            try session.forEachRow(of: objects(in: catalogs)) { row in
                missing.append((try row.value("classid"), try row.value("objid")))
            }
        }
        return missing.isEmpty ? [] : try described(missing, session)
    }

    private static func described(
        _ missing: [(catalog: UInt32, oid: UInt32)], _ session: borrowing ConnectionHandle
    ) throws -> [UnsupportedObject] {
        let rows = try session.query(
            """
            SELECT DISTINCT c.relname, pg_catalog.pg_describe_object(m.classid, m.objid, 0) AS description
            FROM unnest($1::oid[], $2::oid[]) AS m (classid, objid)
            JOIN pg_catalog.pg_class c ON c.oid = m.classid
            WHERE pg_catalog.pg_describe_object(m.classid, m.objid, 0) IS NOT NULL
            ORDER BY 1, 2
            """, [.text(array(missing.map(\.catalog))), .text(array(missing.map(\.oid)))])
        return try rows.map { row in
            UnsupportedObject(catalog: try row.value("relname"), description: try row.value("description"))
        }
    }

    private static func array(_ numbers: [UInt32]) -> String {
        "{\(numbers.map(String.init).joined(separator: ","))}"
    }

    /// Kinds newer than this code.
    private static let unknownKinds = """
        SELECT o.classid, o.objid FROM (
            SELECT 1259, oid, relnamespace FROM pg_catalog.pg_class
                WHERE relkind NOT IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I', 't', 'c')
            UNION ALL SELECT 2606, oid, connamespace FROM pg_catalog.pg_constraint
                WHERE contype NOT IN ('c', 'f', 'n', 'p', 'u', 'x', 't')
            ) AS o (classid, objid, schema)
        JOIN pg_catalog.pg_namespace n ON n.oid = o.schema
        WHERE o.objid >= \(CatalogFilter.firstUserOID) AND \(CatalogFilter.schema)
            AND \(ExpectedObjects.notPartOfOther("o.classid", "o.objid"))
        """

    /// Catalogs of objects of this database that are newer than this code. Large objects are data.
    private static let unknownCatalogs = """
        SELECT c.relname FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'oid'
        WHERE c.relnamespace = 11 AND c.relkind = 'r' AND NOT c.relisshared
            AND c.relname NOT IN (\(known.map(SQLIdentifier.literal).joined(separator: ", ")))
        ORDER BY 1
        """

    private static func objects(in catalogs: [String]) -> String {
        let sources = catalogs.map { name in
            "SELECT \(SQLIdentifier.literal("pg_catalog." + name))::regclass::oid, oid FROM pg_catalog.\(SQLIdentifier.name(name))"
        }
        return """
            SELECT o.classid, o.objid FROM (\(sources.joined(separator: " UNION ALL "))) AS o (classid, objid)
            WHERE o.objid >= \(CatalogFilter.firstUserOID)
                AND \(ExpectedObjects.notPartOfOther("o.classid", "o.objid"))
            """
    }

    private static let known = [
        "pg_am", "pg_amop", "pg_amproc", "pg_attrdef", "pg_cast", "pg_class", "pg_collation", "pg_constraint",
        "pg_conversion", "pg_default_acl", "pg_enum", "pg_event_trigger", "pg_extension", "pg_foreign_data_wrapper",
        "pg_foreign_server", "pg_language", "pg_largeobject_metadata", "pg_namespace", "pg_opclass", "pg_operator",
        "pg_opfamily", "pg_policy", "pg_proc", "pg_publication", "pg_publication_namespace", "pg_publication_rel",
        "pg_rewrite", "pg_statistic_ext", "pg_transform", "pg_trigger", "pg_ts_config", "pg_ts_dict", "pg_ts_parser",
        "pg_ts_template", "pg_type", "pg_user_mapping",
    ]
}
