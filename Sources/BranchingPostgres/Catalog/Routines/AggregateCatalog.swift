import PostgresLink
import SchemaModel

/// Aggregate functions.
enum AggregateCatalog: CatalogSection {
    static let presence: String? = CatalogFilter.presence(in: "pg_aggregate", by: "aggfnoid")

    static func read(_ session: borrowing ConnectionHandle, into contents: inout CatalogContents) throws {
        for row in try session.query(sql) {
            let arguments: String = try row.value("arguments")
            let id = ObjectID(
                .aggregate, schema: try row.value("nspname"), name: try row.value("proname"),
                signature: try row.value("signature"))
            contents.add(
                Aggregate(
                    id: id, arguments: arguments.isEmpty ? "*" : arguments, result: try row.value("result"),
                    options: try options(row)),
                at: CatalogAddress(catalog: .function, oid: try row.value("oid")))
        }
    }

    private static func options(_ row: PostgresRow) throws -> [String] {
        let kind: String = try row.value("aggkind")
        var options: [String] = []
        func option(_ name: String, _ column: String) throws {
            if let value = try row.optional(column) { options.append("\(name) = \(value)") }
        }
        func final(_ prefix: String, _ column: String) throws {
            guard let function = try row.optional(column + "fn") else { return }
            options.append("\(prefix)FINALFUNC = \(function)")
            if try row.value(column + "extra") { options.append("\(prefix)FINALFUNC_EXTRA") }
            let modify: String = try row.value(column + "modify")
            // Nothing is read-only for ordered-set aggregates unless they say so.
            guard modify != (kind == "n" ? "r" : "w") else { return }
            let word = ["r": "READ_ONLY", "s": "SHAREABLE", "w": "READ_WRITE"][modify] ?? modify
            options.append("\(prefix)FINALFUNC_MODIFY = \(word)")
        }
        try option("SFUNC", "aggtransfn")
        try option("STYPE", "transition_type")
        try option("SSPACE", "aggtransspace")
        try final("", "aggfinal")
        try option("COMBINEFUNC", "aggcombinefn")
        try option("SERIALFUNC", "aggserialfn")
        try option("DESERIALFUNC", "aggdeserialfn")
        try option("INITCOND", "initial")
        try option("MSFUNC", "aggmtransfn")
        try option("MINVFUNC", "aggminvtransfn")
        try option("MSTYPE", "moving_type")
        try option("MSSPACE", "aggmtransspace")
        try final("M", "aggmfinal")
        try option("MINITCOND", "moving_initial")
        try option("SORTOP", "sort_operator")
        try option("PARALLEL", "parallel")
        if kind == "h" { options.append("HYPOTHETICAL") }
        return options
    }

    private static let sql = """
        SELECT p.oid, n.nspname, p.proname, a.aggkind, pg_catalog.oidvectortypes(p.proargtypes) AS signature,
            pg_catalog.pg_get_function_arguments(p.oid) AS arguments,
            pg_catalog.format_type(p.prorettype, NULL) AS result,
            a.aggtransfn, pg_catalog.format_type(a.aggtranstype, NULL) AS transition_type,
            NULLIF(a.aggtransspace, 0) AS aggtransspace,
            NULLIF(a.aggfinalfn::text, '-') AS aggfinalfn, a.aggfinalextra, a.aggfinalmodify,
            NULLIF(a.aggcombinefn::text, '-') AS aggcombinefn, NULLIF(a.aggserialfn::text, '-') AS aggserialfn,
            NULLIF(a.aggdeserialfn::text, '-') AS aggdeserialfn, pg_catalog.quote_literal(a.agginitval) AS initial,
            NULLIF(a.aggmtransfn::text, '-') AS aggmtransfn, NULLIF(a.aggminvtransfn::text, '-') AS aggminvtransfn,
            CASE WHEN a.aggmtranstype <> 0 THEN pg_catalog.format_type(a.aggmtranstype, NULL) END AS moving_type,
            NULLIF(a.aggmtransspace, 0) AS aggmtransspace,
            NULLIF(a.aggmfinalfn::text, '-') AS aggmfinalfn, a.aggmfinalextra, a.aggmfinalmodify,
            pg_catalog.quote_literal(a.aggminitval) AS moving_initial,
            CASE WHEN o.oid IS NOT NULL THEN pg_catalog.format('OPERATOR(%I.%s)', opn.nspname, o.oprname) END
                AS sort_operator,
            CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END AS parallel
        FROM pg_catalog.pg_aggregate a
        JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
        JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
        LEFT JOIN pg_catalog.pg_operator o ON o.oid = a.aggsortop
        LEFT JOIN pg_catalog.pg_namespace opn ON opn.oid = o.oprnamespace
        WHERE \(CatalogFilter.schema) AND \(CatalogFilter.notMember(.function, "p.oid"))
        """
}
