import DumpText
import PostgresLink
import SchemaModel

/// The columns of tables and foreign tables.
enum ColumnCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        try session.forEachRow(of: sql(version: contents.serverVersion)) { row in
            let oid: UInt32 = try row.value("attrelid")
            guard let table = contents.relation(at: oid) else { return }
            let name: String = try row.value("attname")
            var column = Column(
                id: ObjectID(.column, schema: table.schema, parent: table.name, name: name),
                type: try row.value("type"))
            column.isForeign = table.kind == .foreignTable
            column.position = try row.value("attnum")
            try readNullability(&column, row)
            try readGeneration(&column, row)
            try readStorage(&column, row)
            column.options = try contents.options(row, of: .column)
            column.isLocal = try row.value("attislocal")
            column.inheritanceCount = try row.value("attinhcount")
            contents.add(
                column, at: CatalogAddress(catalog: .relation, oid: oid, column: Int32(clamping: column.position)))
            for part in ["identity_oid", "expression_oid", "not_null_oid"] {
                guard let oid: UInt32 = try row.optional(part) else { continue }
                let catalog: Catalog =
                    part == "identity_oid" ? .relation : part == "expression_oid" ? .columnDefault : .constraint
                contents.alias(CatalogAddress(catalog: catalog, oid: oid), column.id)
            }
        }
    }

    private static func readNullability(_ column: inout Column, _ row: PostgresRow) throws {
        column.isNotNull = try row.value("attnotnull")
        guard let name: String = try row.optional("not_null_name") else { return }
        column.isNotNull = true
        if try row.value("not_null_local") {
            if name != column.automaticNotNullName { column.notNullName = name }
        } else {
            column.isNotNullInherited = true
            column.inheritedNotNullName = name
        }
        column.isNotNullNoInherit = try row.optional("not_null_no_inherit") ?? false
        column.isNotNullValid = try row.optional("not_null_valid") ?? true
    }

    private static func readGeneration(_ column: inout Column, _ row: PostgresRow) throws {
        switch try row.value("attgenerated", as: String.self) {
        case "s": column.generation = .stored
        case "v": column.generation = .virtual
        default: break
        }
        column.expression = try row.optional("expression")
        guard let identity: String = try row.optional("attidentity"), !identity.isEmpty,
            let sequence: String = try row.optional("identity_sequence")
        else { return }
        column.identity = Column.Identity(
            generation: identity == "a" ? "ALWAYS" : "BY DEFAULT", sequence: try SequenceOptions(row),
            sequenceName: sequence, isUnlogged: try row.value("identity_unlogged"))
    }

    private static func readStorage(_ column: inout Column, _ row: PostgresRow) throws {
        column.collation = try row.optional("collation")
        column.typeStorage = storage(try row.value("typstorage"))
        let own = storage(try row.value("attstorage"))
        if own != column.typeStorage { column.storage = own }
        switch try row.optional("attcompression", as: String.self) {
        case "p": column.compression = "pglz"
        case "l": column.compression = "lz4"
        default: break
        }
        if let target: Int = try row.optional("attstattarget"), target >= 0 { column.statisticsTarget = target }
        column.foreignOptions = try row.list("foreign_options")
    }

    private static func storage(_ letter: String) -> String {
        switch letter {
        case "e": "EXTERNAL"
        case "m": "MAIN"
        case "x": "EXTENDED"
        default: "PLAIN"
        }
    }

    private static func sql(version: Int) -> String {
        """
        SELECT a.attrelid, a.attname, a.attnum, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
            a.attidentity, a.attgenerated, a.attstorage, t.typstorage, a.attstattarget, a.attislocal, a.attinhcount,
            \(version >= 140_000 ? "a.attcompression" : "''") AS attcompression,
            CASE WHEN a.attcollation <> t.typcollation THEN (
                SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname) FROM pg_catalog.pg_collation co
                JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = a.attcollation)
                END AS collation,
            \(OptionQuery.columns("a.attoptions")) AS options,
            \(OptionQuery.foreign("a.attfdwoptions")) AS foreign_options,
            CASE WHEN a.attgenerated <> '' THEN d.oid END AS expression_oid,
            CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS expression,
            identity.objid AS identity_oid, quote_ident(sn.nspname) || '.' || quote_ident(sc.relname) AS identity_sequence,
            coalesce(sc.relpersistence = 'u', false) AS identity_unlogged,
            pg_catalog.format_type(s.seqtypid, NULL) AS seqtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
            s.seqcache, s.seqcycle,
            \(version >= 180_000
                ? "nn.oid AS not_null_oid, nn.conname AS not_null_name, nn.connoinherit AS not_null_no_inherit, nn.convalidated AS not_null_valid, nn.conislocal OR c.relispartition AS not_null_local"
                : "NULL AS not_null_oid, NULL AS not_null_name, NULL AS not_null_no_inherit, NULL AS not_null_valid, NULL AS not_null_local")
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_attrdef d ON a.attgenerated <> '' AND d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_catalog.pg_depend identity ON a.attidentity <> '' AND identity.classid = 1259
            AND identity.refclassid = 1259 AND identity.refobjid = a.attrelid AND identity.refobjsubid = a.attnum
            AND identity.deptype = 'i'
        LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = identity.objid
        LEFT JOIN pg_catalog.pg_class sc ON sc.oid = s.seqrelid
        LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = sc.relnamespace
        \(version >= 180_000
            ? "LEFT JOIN pg_catalog.pg_constraint nn ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey[1] = a.attnum"
            : "")
        WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND \(CatalogFilter.schema)
        """
    }
}
