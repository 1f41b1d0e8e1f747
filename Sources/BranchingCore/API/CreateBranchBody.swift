/// The body of `POST /api/admin/branches`.
public struct CreateBranchBody: Sendable, Hashable {
    /// The name of the new branch.
    public var name: String
    /// `main`, the name of a branch, or a connection string; `main` if absent.
    public var from: Secret?
    /// `auto` or the name of a strategy; `auto` if absent.
    public var strategy: String?
    /// Whether only the schema is cloned.
    public var schemaOnly: Bool?
    /// Whether sessions on the source may be ended.
    public var disconnectSource: Bool?
    /// Patterns of tables that are cloned without their rows.
    public var excludeTableData: [String]?
    /// Workers of a stream clone.
    public var jobs: Int?
    /// The most bytes per second that a stream clone reads.
    public var maxRate: Int64?
    /// Whether only the plan is wanted.
    public var dryRun: Bool?

    /// Makes a body.
    public init(
        name: String, from: Secret? = nil, strategy: String? = nil, schemaOnly: Bool? = nil,
        disconnectSource: Bool? = nil, excludeTableData: [String]? = nil, jobs: Int? = nil, maxRate: Int64? = nil,
        dryRun: Bool? = nil
    ) {
        self.name = name
        self.from = from
        self.strategy = strategy
        self.schemaOnly = schemaOnly
        self.disconnectSource = disconnectSource
        self.excludeTableData = excludeTableData
        self.jobs = jobs
        self.maxRate = maxRate
        self.dryRun = dryRun
    }

    /// What the body asks for.
    ///
    /// - Throws: ``BranchError/invalidName(_:)`` for either name, ``BranchError/invalidRequest(_:)``.
    public func request() throws(BranchError) -> BranchRequest {
        let name: BranchName
        do { name = try BranchName(self.name) } catch { throw .invalidName(error) }
        guard let choice = StrategyChoice(rawValue: strategy ?? "auto") else {
            let allowed = StrategyChoice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw .invalidRequest("'strategy' must be one of \(allowed).")
        }
        let source: BranchSource = if let from { try BranchSource(from, of: "from") } else { .main }
        let request = BranchRequest(
            name: name, source: source, strategy: choice, schemaOnly: schemaOnly ?? false,
            disconnectSource: disconnectSource ?? false, excludedTableData: try patterns(), jobs: jobs,
            maximumRate: maxRate)
        try request.validate()
        return request
    }

    private func patterns() throws(BranchError) -> [TablePattern] {
        try (excludeTableData ?? []).map(TablePattern.init)
    }
}
