/// What is asked for when a branch is created.
public struct BranchRequest: Sendable, Hashable {
    /// The name of the new branch.
    public var name: BranchName
    /// What it is cloned from.
    public var source: BranchSource
    /// How to clone.
    public var strategy: StrategyChoice
    /// Whether only the schema is cloned, and no row.
    public var schemaOnly: Bool
    /// Whether sessions on the source may be ended, so that a template clone is possible.
    public var disconnectSource: Bool
    /// Tables that are cloned without their rows.
    public var excludedTableData: [TablePattern]
    /// How many workers a stream clone has, 1 to 64; nil for the server's setting.
    public var jobs: Int?
    /// The most bytes per second that a stream clone reads; nil for no limit.
    public var maximumRate: Int64?
    /// Who it is for; nil for the root token.
    public var owner: BranchOwner?
    /// What the client calls the request, if it may send it again.
    public var idempotencyKey: IdempotencyKey?

    /// Makes a request; everything but the name has a default.
    public init(
        name: BranchName, source: BranchSource = .main, strategy: StrategyChoice = .auto, schemaOnly: Bool = false,
        disconnectSource: Bool = false, excludedTableData: [TablePattern] = [], jobs: Int? = nil,
        maximumRate: Int64? = nil, owner: BranchOwner? = nil, idempotencyKey: IdempotencyKey? = nil
    ) {
        self.name = name
        self.source = source
        self.strategy = strategy
        self.schemaOnly = schemaOnly
        self.disconnectSource = disconnectSource
        self.excludedTableData = excludedTableData
        self.jobs = jobs
        self.maximumRate = maximumRate
        self.owner = owner
        self.idempotencyKey = idempotencyKey
    }

    /// Checks that the options go together.
    ///
    /// - Throws: ``BranchError/invalidRequest(_:)`` that names the two that do not.
    public func validate() throws(BranchError) {
        if schemaOnly, strategy == .only(.template) {
            throw .invalidRequest("A template clone copies the rows too: leave out 'strategy' or 'schema_only'.")
        }
        if !excludedTableData.isEmpty, strategy == .only(.template) {
            throw .invalidRequest(
                "A template clone copies all rows: leave out 'strategy' or 'exclude_table_data'.")
        }
        if schemaOnly, !excludedTableData.isEmpty {
            throw .invalidRequest("'schema_only' leaves out all rows: leave out 'exclude_table_data'.")
        }
        if disconnectSource, schemaOnly || !excludedTableData.isEmpty || isStreamOrDump {
            throw .invalidRequest("'disconnect_source' is for a template clone: leave it out.")
        }
        if jobs != nil || maximumRate != nil, ![.auto, .only(.stream)].contains(strategy) {
            throw .invalidRequest("'jobs' and 'max_rate' are for a stream clone: leave them or 'strategy' out.")
        }
        if let jobs, !(1...64).contains(jobs) {
            throw .invalidRequest("'jobs' is the number of workers, 1 to 64; \(jobs) is not.")
        }
        if let maximumRate, maximumRate < 1 {
            throw .invalidRequest("'max_rate' is a number of bytes per second, at least 1; \(maximumRate) is not.")
        }
    }

    private var isStreamOrDump: Bool { strategy == .only(.stream) || strategy == .only(.dump) }
}
