/// What separates two databases: the answer of `POST /api/admin/diff`.
public struct DiffReport: Sendable, Hashable, Codable {
    /// The database that the SQL is for: `main`, the name of a branch, or a connection URL without its password.
    public var from: String
    /// The database that it is to be like, in the same way.
    public var to: String
    /// The differences, by kind and name.
    public var changes: [SchemaChange]
    /// How many there are of which sort.
    public var summary: Summary
    /// What was seen and is no change.
    public var notes: [String]
    /// What users made and the comparison does not know, on either side.
    public var unsupported: [UnsupportedObject]
    /// The SQL, for `psql -v ON_ERROR_STOP=1`; empty where there is nothing to do.
    public var sql: String
    /// What became of the SQL on a copy, where that was asked for.
    public var verification: DiffVerification?

    /// Makes a report; the summary is counted.
    public init(
        from: String, to: String, changes: [SchemaChange] = [], notes: [String] = [],
        unsupported: [UnsupportedObject] = [], sql: String = "", verification: DiffVerification? = nil
    ) {
        self.from = from
        self.to = to
        self.changes = changes
        summary = Summary(of: changes)
        self.notes = notes
        self.unsupported = unsupported
        self.sql = sql
        self.verification = verification
    }
}

extension DiffReport {
    /// How many changes there are of which sort.
    public struct Summary: Sendable, Hashable, Codable {
        /// How many objects are made.
        public var create: Int
        /// How many are changed and stay.
        public var alter: Int
        /// How many are removed and made again.
        public var rebuild: Int
        /// How many are removed.
        public var drop: Int
        /// How many changes have a hazard, by its kind; a kind that no change has is absent.
        public var hazards: [String: Int]

        /// Counts changes.
        public init(of changes: [SchemaChange]) {
            (create, alter, rebuild, drop, hazards) = (0, 0, 0, 0, [:])
            for change in changes {
                switch change.action {
                case .create: create += 1
                case .alter: alter += 1
                case .rebuild: rebuild += 1
                case .drop: drop += 1
                }
                for kind in Set(change.hazards.map(\.kind)) { hazards[kind.rawValue, default: 0] += 1 }
            }
        }
    }
}
