import PostgresLink
import SchemaModel

/// Sequences other than those of identity columns, and the columns that own them.
enum SequenceCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_sequence", by: "seqrelid")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            let address = CatalogAddress(catalog: .relation, oid: try row.value("oid"))
            guard contents.id(at: address) == nil else { continue }
            let id = ObjectID(.sequence, schema: try row.value("nspname"), name: try row.value("relname"))
            var sequence = SequenceGenerator(id: id, options: try SequenceOptions(row))
            sequence.isUnlogged = try row.value("relpersistence", as: String.self) == "u"
            contents.add(sequence, at: address)
            guard let table: UInt32 = try row.optional("owner_table"),
                let column: Int32 = try row.optional("owner_column"),
                let owner = contents.id(at: CatalogAddress(catalog: .relation, oid: table, column: column)),
                owner.kind == .column
            else { continue }
            contents.add(SequenceOwnership(sequence: id, column: owner), needing: [id, owner])
        }
    }

    private static let sql = """
        SELECT c.oid, n.nspname, c.relname, c.relpersistence, pg_catalog.format_type(s.seqtypid, NULL) AS seqtype,
            s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.refobjid AS owner_table,
            d.refobjsubid AS owner_column
        FROM pg_catalog.pg_sequence s
        JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_depend d ON d.classid = 1259 AND d.objid = c.oid AND d.refclassid = 1259
            AND d.deptype = 'a' AND d.refobjsubid > 0
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.relation, "c.oid"))
        """
}

extension SequenceOptions {
    /// Reads what the queries call `seqtype`, `seqstart` and so on.
    init(_ row: PostgresRow) throws {
        self.init()
        type = try row.value("seqtype")
        start = try row.value("seqstart")
        increment = try row.value("seqincrement")
        minimum = try row.value("seqmin")
        maximum = try row.value("seqmax")
        cache = try row.value("seqcache")
        cycles = try row.value("seqcycle")
    }
}
