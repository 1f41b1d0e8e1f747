import BranchingCore

/// Where the sequences of a database are. They are not bound to a snapshot, so they are read after the rows and are never
/// behind them.
struct SequenceValues: Sendable {
    private struct Value: Sendable {
        var schema: String
        var name: String
        var last: Int64
        var isCalled: Bool
    }

    private let values: [Value]

    /// How many sequences are read or set with one statement.
    private static let batch = 500

    /// Reads all sequences, but those that an extension makes and does not count as its configuration.
    static func read(on session: StreamSession) throws(PostgresError) -> SequenceValues {
        let rows = try session.query(
            """
            SELECT n.nspname AS schema, c.relname AS name
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
              AND n.nspname <> 'information_schema'
              AND (NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                               WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                                 AND d.deptype = 'e')
                   OR EXISTS (SELECT FROM pg_catalog.pg_extension AS x WHERE c.oid = ANY (x.extconfig)))
            ORDER BY n.nspname, c.relname
            """)
        var names: [(String, String)] = []
        for row in rows { names.append((try row.value("schema"), try row.value("name"))) }
        var values: [Value] = []
        for start in stride(from: 0, to: names.count, by: batch) {
            let parts = names[start..<min(start + batch, names.count)].enumerated().map { offset, name in
                "SELECT \(start + offset) AS number, last_value, is_called FROM \(CopyStatement.name(name.0, name.1))"
            }
            for row in try session.query(parts.joined(separator: " UNION ALL ")) {
                let (schema, name) = names[try row.value("number", as: Int.self)]
                values.append(
                    Value(
                        schema: schema, name: name, last: try row.value("last_value"),
                        isCalled: try row.value("is_called")))
            }
        }
        return SequenceValues(values: values)
    }

    /// Sets the sequences of the same names.
    func set(on session: StreamSession) throws(PostgresError) {
        for start in stride(from: 0, to: values.count, by: Self.batch) {
            let rows = values[start..<min(start + Self.batch, values.count)].map { value in
                let name = SQLIdentifier.literal(
                    "\(SQLIdentifier.quoted(value.schema)).\(SQLIdentifier.quoted(value.name))")
                return "(\(name), \(value.last), \(value.isCalled))"
            }
            try session.query(
                """
                SELECT pg_catalog.setval(v.name::pg_catalog.regclass, v.last, v.called)
                FROM (VALUES \(rows.joined(separator: ", "))) AS v (name, last, called)
                """)
        }
    }
}
