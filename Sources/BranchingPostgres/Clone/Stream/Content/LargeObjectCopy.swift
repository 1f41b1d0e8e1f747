/// Copies the content of large objects, piece by piece through a temporary table of the target: PostgreSQL has no COPY into
/// its own table of them.
struct LargeObjectCopy: Sendable {
    let objects: LargeObjects
    let limiter: RateLimiter?

    /// The size of a piece, in bytes: a multiple of what PostgreSQL keeps in one row.
    private static let piece = 1 << 20
    /// How many objects go through the temporary table at once.
    private static let batch = 200
    /// How many pieces of one object do.
    private static let window = 64

    /// Copies everything.
    ///
    /// - Parameters:
    ///   - source: in a transaction that sees the snapshot.
    ///   - target: in no transaction.
    func run(from source: StreamSession, to target: StreamSession, gauge: CopyGauge) throws {
        try target.query("CREATE TEMPORARY TABLE ayb_piece (id oid, start bigint, data bytea)")
        for start in stride(from: 0, to: objects.ids.count, by: Self.batch) {
            let ids = objects.ids[start..<min(start + Self.batch, objects.ids.count)]
            let list = ids.map { "\($0)" }.joined(separator: ", ")
            var first = 0
            // An object with more than a window of pieces comes again with the next ones.
            while try copy(list, from: first, source, target, gauge) > 0 { first += Self.window }
        }
        try target.query("DROP TABLE pg_temp.ayb_piece")
    }

    private func copy(
        _ ids: String, from first: Int, _ source: StreamSession, _ target: StreamSession, _ gauge: CopyGauge
    ) throws -> Int {
        let reading = """
            COPY (SELECT o.id, p.number * \(Self.piece)::bigint, d.data
                  FROM pg_catalog.unnest(ARRAY[\(ids)]::pg_catalog.oid[]) AS o (id)
                  CROSS JOIN pg_catalog.generate_series(\(first), \(first + Self.window - 1)) AS p (number)
                  CROSS JOIN LATERAL (SELECT pg_catalog.lo_get(o.id, p.number * \(Self.piece)::bigint, \(Self.piece))
                                      AS data) AS d
                  WHERE pg_catalog.length(d.data) > 0)
            TO STDOUT (FORMAT binary)
            """
        let writing = "COPY pg_temp.ayb_piece FROM STDIN (FORMAT binary)"
        try source.send(reading)
        try source.beginCopy(of: reading)
        try target.send(writing)
        try target.beginCopy(of: writing)
        try CopyPipe(source: source, target: target, limiter: limiter) { gauge.add($0) }.run()
        let pieces = try source.endCopy(of: reading)
        try target.endRows()
        _ = try target.endCopy(of: writing)
        try source.finish(reading)
        try target.finish(writing)
        guard pieces > 0 else { return 0 }
        try target.query(
            """
            SELECT pg_catalog.count(pg_catalog.lo_put(id, start, data)::text) FROM pg_temp.ayb_piece;
            TRUNCATE pg_temp.ayb_piece
            """)
        return pieces
    }
}
