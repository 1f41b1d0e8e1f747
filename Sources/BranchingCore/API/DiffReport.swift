/// What separates two databases: the answer of `POST /api/admin/diff`.
public struct DiffReport: Sendable, Hashable, Codable {
    /// The database that the SQL is for: `main`, the name of a branch, or a connection URL without its password.
    public var from: String
    /// The database that it should match, in the same form.
    public var to: String
    /// The differences, by kind and name.
    public var changes: [SchemaChange]
    /// How many changes there are of each sort.
    public var summary: Summary
    /// What was noticed but is no change.
    public var notes: [String]
    /// User-made objects, on either side, that the comparison does not know.
    public var unsupported: [UnsupportedObject]
    /// The SQL, for `psql -v ON_ERROR_STOP=1`; empty if there is nothing to do.
    public var sql: String
    /// The outcome of the SQL on a copy, if asked for.
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
    /// How many changes there are of each sort.
    public struct Summary: Sendable, Hashable, Codable {
        /// How many objects are made.
        public var create: Int
        /// How many are changed and stay.
        public var alter: Int
        /// How many are removed and made again.
        public var rebuild: Int
        /// How many are removed.
        public var drop: Int
        /// How many changes have each kind of hazard; a kind that none has is absent.
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

/// The outcome of the SQL on a copy of the first database.
public struct DiffVerification: Sendable, Hashable, Codable {
    /// Whether the copy was equal to the second database afterwards.
    public var equal: Bool
    /// What failed or differed, in order; empty where they were equal.
    public var differences: [String]

    /// Makes the outcome: equal if there is no difference.
    public init(differences: [String] = []) {
        equal = differences.isEmpty
        self.differences = differences
    }
}
