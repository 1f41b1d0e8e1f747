import PostgresLink
import SchemaModel

/// Types with their own input and output functions; those that so far are only a name do not count.
enum BaseTypeCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql(version: contents.serverVersion)) {
            try contents.add(type: BaseType(id: try row.typeID(), options: try options(row)), row)
        }
    }

    private static func options(_ row: PostgresRow) throws -> [String] {
        var options: [String] = []
        for (name, column) in [
            ("INPUT", "typinput"), ("OUTPUT", "typoutput"), ("RECEIVE", "typreceive"), ("SEND", "typsend"),
            ("TYPMOD_IN", "typmodin"), ("TYPMOD_OUT", "typmodout"), ("ANALYZE", "typanalyze"),
            ("SUBSCRIPT", "subscript"), ("INTERNALLENGTH", "length"),
        ] {
            guard let value = try row.optional(column), value != "-" else { continue }
            options.append("\(name) = \(value)")
        }
        if try row.value("typbyval") { options.append("PASSEDBYVALUE") }
        for (name, column) in [
            ("ALIGNMENT", "alignment"), ("STORAGE", "storage"), ("CATEGORY", "category"), ("PREFERRED", "preferred"),
            ("DEFAULT", "initial"), ("ELEMENT", "element"), ("DELIMITER", "delimiter"), ("COLLATABLE", "collatable"),
        ] {
            if let value = try row.optional(column) { options.append("\(name) = \(value)") }
        }
        return options
    }

    private static func sql(version: Int) -> String {
        """
        SELECT t.oid, n.nspname, t.typname, t.typarray, t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin,
            t.typmodout, t.typanalyze, \(version >= 140_000 ? "t.typsubscript::text" : "NULL") AS subscript,
            CASE WHEN t.typlen = -1 THEN 'VARIABLE' ELSE t.typlen::text END AS length, t.typbyval,
            CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END AS alignment,
            CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' WHEN 'm' THEN 'main' ELSE 'plain' END
                AS storage,
            CASE WHEN t.typcategory <> 'U' THEN pg_catalog.quote_literal(t.typcategory::text) END AS category,
            CASE WHEN t.typispreferred THEN 'true' END AS preferred, pg_catalog.quote_literal(t.typdefault) AS initial,
            CASE WHEN t.typelem <> 0 THEN pg_catalog.format_type(t.typelem, NULL) END AS element,
            CASE WHEN t.typdelim <> ',' THEN pg_catalog.quote_literal(t.typdelim::text) END AS delimiter,
            CASE WHEN t.typcollation <> 0 THEN 'true' END AS collatable
        FROM pg_catalog.pg_type t
        JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typtype = 'b' AND t.typisdefined AND \(CatalogFilter.schema)
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.oid = t.typelem AND e.typarray = t.oid)
            AND \(CatalogFilter.notMember(.type, "t.oid"))
        """
    }
}
