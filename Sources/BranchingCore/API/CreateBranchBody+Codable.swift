extension CreateBranchBody: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name
        case from
        case strategy
        case schemaOnly = "schema_only"
        case disconnectSource = "disconnect_source"
        case excludeTableData = "exclude_table_data"
        case jobs
        case maxRate = "max_rate"
        case dryRun = "dry_run"
    }

    /// Reads the body.
    ///
    /// - Throws: ``UnknownMemberError`` if it has an unknown member; `DecodingError`.
    public init(from decoder: any Decoder) throws {
        try UnknownMemberError.check(decoder, against: CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            from: try container.decodeUnlessAbsent(String.self, forKey: .from).map(Secret.init),
            strategy: try container.decodeUnlessAbsent(String.self, forKey: .strategy),
            schemaOnly: try container.decodeUnlessAbsent(Bool.self, forKey: .schemaOnly),
            disconnectSource: try container.decodeUnlessAbsent(Bool.self, forKey: .disconnectSource),
            excludeTableData: try container.decodeUnlessAbsent([String].self, forKey: .excludeTableData),
            jobs: try container.decodeUnlessAbsent(Int.self, forKey: .jobs),
            maxRate: try container.decodeUnlessAbsent(Int64.self, forKey: .maxRate),
            dryRun: try container.decodeUnlessAbsent(Bool.self, forKey: .dryRun))
    }

    /// Writes the body, with the source in the clear: it is for the server only.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(from?.reveal(), forKey: .from)
        try container.encodeIfPresent(strategy, forKey: .strategy)
        try container.encodeIfPresent(schemaOnly, forKey: .schemaOnly)
        try container.encodeIfPresent(disconnectSource, forKey: .disconnectSource)
        try container.encodeIfPresent(excludeTableData, forKey: .excludeTableData)
        try container.encodeIfPresent(jobs, forKey: .jobs)
        try container.encodeIfPresent(maxRate, forKey: .maxRate)
        try container.encodeIfPresent(dryRun, forKey: .dryRun)
    }
}
