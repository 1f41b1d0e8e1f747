/// What is asked for when two databases are compared.
public struct DiffRequest: Sendable, Hashable {
    /// The database that the SQL is for.
    public var from: BranchSource
    /// The database that it should match.
    public var to: BranchSource
    /// What is compared, and how the SQL is written.
    public var options: DiffOptions
    /// Whether an object that the model lacks, on either side, is an error.
    public var isStrict: Bool
    /// Whether the SQL is tried on a copy of the first.
    public var verifies: Bool

    /// Makes a request; everything but the two databases has a default.
    public init(
        from: BranchSource, to: BranchSource, options: DiffOptions = DiffOptions(), isStrict: Bool = false,
        verifies: Bool = false
    ) {
        self.from = from
        self.to = to
        self.options = options
        self.isStrict = isStrict
        self.verifies = verifies
    }
}
