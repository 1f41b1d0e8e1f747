/// The expressions that read options, which `PostgresRow.list` splits. Most objects have none, and then cost nothing.
enum OptionQuery {
    /// Storage options, as `fillfactor=70`, in their stored order.
    ///
    /// - Parameter column: `c.reloptions`, say.
    static func storage(_ column: String) -> String {
        """
        CASE WHEN \(column) IS NOT NULL THEN (
                SELECT string_agg(o, chr(31) ORDER BY place) FROM unnest(\(column)) WITH ORDINALITY AS x (o, place)) END
        """
    }

    /// Storage options of columns. PostgreSQL's own `pg_attver`, which every column can have, takes no time if it is
    /// alone.
    static func columns(_ column: String) -> String {
        """
        CASE WHEN \(column)[1] LIKE 'pg\\_attver=%' AND pg_catalog.cardinality(\(column)) = 1 THEN NULL
            ELSE \(storage(column)) END
        """
    }

    /// Options of foreign objects, as `name 'value'`, sorted.
    ///
    /// - Parameter column: `s.srvoptions`, say.
    static func foreign(_ column: String) -> String {
        """
        CASE WHEN \(column) IS NOT NULL THEN (
                SELECT string_agg(quote_ident(option_name) || ' ' || quote_literal(option_value), chr(31)
                    ORDER BY option_name COLLATE "C")
                FROM pg_catalog.pg_options_to_table(\(column))) END
        """
    }
}
