import SQLText

/// The values of a database's sequences. No snapshot covers them, so they are read after the rows and are never behind
/// them.
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
    static func read(on session: StreamSession) throws -> SequenceValues {
        let rows = try session.query(
            """
            SELECT c.oid, n.nspname AS schema, c.relname AS name
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
              AND n.nspname <> 'information_schema'
              AND (NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                               WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                                 AND d.deptype = 'e')
                   OR EXISTS (SELECT FROM pg_catalog.pg_extension AS x WHERE c.oid = ANY (x.extconfig)))
            ORDER BY n.nspname, c.relname
            """)
        var found: [Sequence] = []
        for row in rows {
            found.append(
                Sequence(oid: try row.value("oid"), schema: try row.value("schema"), name: try row.value("name")))
        }
        let reading = try Reading.of(session)
        var values: [Value] = []
        for start in stride(from: 0, to: found.count, by: batch) {
            let sequences = Array(found[start..<min(start + batch, found.count)])
            if reading == .byHeldName { try hold(sequences, on: session) }
            for row in try session.query(reading.query(sequences)) {
                let number: Int = try row.value("number")
                guard sequences.indices.contains(number) else {
                    throw PostgresError(message: "The source answered about a sequence that it was not asked for.")
                }
                let sequence = sequences[number]
                guard let last: Int64 = try row.optional("last_value") else {
                    throw PostgresError(
                        message:
                            "The sequence \(CopyStatement.name(sequence.schema, sequence.name)) of the source cannot be read.",
                        hint: "Our role needs SELECT on it, and nobody may drop it during the copy.")
                }
                values.append(
                    Value(
                        schema: sequence.schema, name: sequence.name, last: last,
                        isCalled: try row.value("is_called")))
            }
        }
        return SequenceValues(values: values)
    }

    private struct Sequence {
        var oid: Int64
        var schema: String
        var name: String
    }

    /// Keeps sequences from being renamed, by the lock that reading their last value takes until the transaction ends
    /// (`lock_and_open_sequence` in sequence.c), and checks that each name still leads to its sequence.
    private static func hold(_ sequences: [Sequence], on session: StreamSession) throws {
        let rows = sequences.enumerated().map { number, sequence in
            let name = SQLIdentifier.literal(CopyStatement.name(sequence.schema, sequence.name))
            return "(\(number), \(sequence.oid)::pg_catalog.oid, \(name))"
        }.joined(separator: ", ")
        try session.query(
            "SELECT pg_catalog.pg_sequence_last_value(v.oid) FROM (VALUES \(rows)) AS v (number, oid, name)")
        let replaced = try session.query(
            """
            SELECT v.number FROM (VALUES \(rows)) AS v (number, oid, name)
            WHERE pg_catalog.to_regclass(v.name)::pg_catalog.oid IS DISTINCT FROM v.oid ORDER BY v.number LIMIT 1
            """)
        guard let number = try replaced.first?.value("number", as: Int.self), sequences.indices.contains(number) else {
            return
        }
        let name = CopyStatement.name(sequences[number].schema, sequences[number].name)
        throw PostgresError(
            message: "The sequence \(name) was replaced while the source was read.",
            hint: "Try again when nobody is changing the schema of the source.")
    }

    /// How sequences are read. LOCK does not work on them, so between the look at their names and the reading, somebody
    /// can replace one with something else: a view, whose code would run as our role.
    private enum Reading {
        /// By object id, which stays with a sequence (PostgreSQL 18).
        case byObjectID
        /// By name; `restrict_nonsystem_relation_kind` keeps views from answering to it, as in pg_dump.
        case byName
        /// By name, while it is locked: on servers from before August 2024, which lack that setting. Not on a standby,
        /// where that lock is not available; there a name changes only by way of the primary.
        case byHeldName

        static func of(_ session: StreamSession) throws -> Reading {
            let rows = try session.query(
                """
                SELECT pg_catalog.to_regprocedure('pg_catalog.pg_get_sequence_data(regclass)') IS NOT NULL AS by_oid,
                    pg_catalog.current_setting('restrict_nonsystem_relation_kind', true) IS NULL
                        AND NOT pg_catalog.pg_is_in_recovery() AS by_held_name
                """)
            guard let row = rows.first else { throw PostgresError(message: "The server did not answer.") }
            if try row.value("by_oid") { return .byObjectID }
            return try row.value("by_held_name") ? .byHeldName : .byName
        }

        func query(_ sequences: [Sequence]) -> String {
            let parts = sequences.enumerated().map { number, sequence in
                switch self {
                case .byObjectID:
                    "SELECT \(number) AS number, last_value, is_called FROM pg_catalog.pg_get_sequence_data(\(sequence.oid)::pg_catalog.oid::pg_catalog.regclass)"
                case .byName, .byHeldName:
                    "SELECT \(number) AS number, last_value, is_called FROM \(CopyStatement.name(sequence.schema, sequence.name))"
                }
            }
            return parts.joined(separator: " UNION ALL ")
        }
    }

    /// Sets the sequences of the same names.
    func set(on session: StreamSession) throws {
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
