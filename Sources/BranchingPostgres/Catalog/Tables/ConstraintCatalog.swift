import DumpText
import PostgresLink
import SchemaModel

/// The constraints of tables, except NOT NULL, which is part of its column, and constraint triggers.
enum ConstraintCatalog: CatalogSection {
    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        try session.forEachRow(of: sql(version: contents.serverVersion)) { row in
            guard
                let table = contents.relation(at: try row.value("conrelid")),
                let kind = kind(try row.value("contype"))
            else { return }
            let id = ObjectID(
                .constraint, schema: table.schema, parent: table.name, name: try row.value("conname"))
            let oid: UInt32 = try row.value("oid")
            if kind == .foreignKey, try row.value("conparentid", as: UInt32.self) != 0 {
                // It comes and goes with that of the parent.
                return
            }
            var constraint = Constraint(id: id, kind: kind, definition: "")
            constraint.isDeferrable = try row.value("condeferrable")
            constraint.isInitiallyDeferred = try row.value("condeferred")
            constraint.isEnforced = try row.value("conenforced")
            constraint.isValidated = try row.value("convalidated")
            constraint.isLocal = try row.value("conislocal")
            constraint.isNoInherit = kind == .check ? try row.value("connoinherit") : false
            constraint.isOnPartitionedTable = try row.value("relkind", as: String.self) == "p"
            constraint.isOnPartition = try row.value("relispartition")
            constraint.isOnForeignTable = table.kind == .foreignTable
            if let accessMethod: String = try row.optional("amname") {
                constraint.indexOptions = try contents.options(row, of: .index(accessMethod: accessMethod))
            }
            constraint.indexTablespace = try row.optional("spcname")
            constraint.definition = core(try row.value("definition"))
            contents.add(constraint, at: CatalogAddress(catalog: .constraint, oid: oid))
            if constraint.hasIndex, let index: UInt32 = try row.optional("conindid") {
                contents.alias(CatalogAddress(catalog: .relation, oid: index), id)
            }
        }
    }

    /// The definition without what the catalog has in separate columns (`pg_get_constraintdef_worker` in
    /// utils/adt/ruleutils.c writes them last, in this order).
    private static func core(_ definition: String) -> String {
        var text = definition[...]
        for suffix in [" NOT VALID", " NOT ENFORCED", " INITIALLY DEFERRED", " DEFERRABLE"] where text.hasSuffix(suffix)
        {
            text = text.dropLast(suffix.count)
        }
        return String(text)
    }

    private static func kind(_ letter: String) -> Constraint.Kind? {
        switch letter {
        case "p": .primaryKey
        case "u": .unique
        case "c": .check
        case "f": .foreignKey
        case "x": .exclusion
        default: nil
        }
    }

    private static func sql(version: Int) -> String {
        """
        SELECT k.oid, k.conrelid, k.conname, k.contype, k.condeferrable, k.condeferred, k.convalidated, k.conislocal,
            k.connoinherit, k.conparentid, NULLIF(k.conindid, 0) AS conindid, c.relkind, c.relispartition, ts.spcname, am.amname,
            \(version >= 180_000 ? "k.conenforced" : "true") AS conenforced,
            pg_catalog.pg_get_constraintdef(k.oid) AS definition,
            \(OptionQuery.storage("i.reloptions")) AS options
        FROM pg_catalog.pg_constraint k
        JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_class i ON i.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
        LEFT JOIN pg_catalog.pg_am am ON am.oid = i.relam
        LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = i.reltablespace
        WHERE k.conrelid <> 0 AND k.contype IN ('p', 'u', 'c', 'f', 'x') AND \(CatalogFilter.schema)
        """
    }
}
