import BranchingCore

extension SequenceOptions {
    /// Reads what the queries call `seqtype`, `seqstart` and so on.
    init(_ row: PostgresRow) throws(PostgresError) {
        self.init(type: try row.value("seqtype"))
        start = try row.value("seqstart")
        increment = try row.value("seqincrement")
        minimum = try row.value("seqmin")
        maximum = try row.value("seqmax")
        cache = try row.value("seqcache")
        cycles = try row.value("seqcycle")
    }
}
