/// What a key may not do though its role could.
public struct KeyLimits: Sendable, Hashable {
    /// What the names of the branches that it creates must begin with; nil for anything.
    public var namePrefix: String?
    /// How many branches it may have at once, at least 1; nil for any number.
    public var maxBranches: Int?
    /// What it may clone and compare; nil for what its role may.
    public var sources: Set<SourceKind>?
    /// Where it may be used from; nil for anywhere.
    public var cidrs: [AddressRange]?

    /// Makes limits; the defaults limit nothing.
    public init(
        namePrefix: String? = nil, maxBranches: Int? = nil, sources: Set<SourceKind>? = nil,
        cidrs: [AddressRange]? = nil
    ) {
        self.namePrefix = namePrefix
        self.maxBranches = maxBranches
        self.sources = sources
        self.cidrs = cidrs
    }

    /// Whether a connection from there may use the key.
    ///
    /// - Parameter address: nil for a Unix socket, which no range is meant for.
    public func allow(address: String?) -> Bool {
        guard let cidrs, let address else { return true }
        return cidrs.contains { $0.contains(address) }
    }
}

extension KeyLimits: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case namePrefix = "name_prefix"
        case maxBranches = "max_branches"
        case sources
        case cidrs
    }

    /// Reads limits; absent members limit nothing, and unknown ones are refused.
    public init(from decoder: any Decoder) throws {
        try UnknownMemberError.check(decoder, against: CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        namePrefix = try container.decodeUnlessAbsent(String.self, forKey: .namePrefix)
        maxBranches = try container.decodeUnlessAbsent(Int.self, forKey: .maxBranches)
        sources = try container.decodeUnlessAbsent([SourceKind].self, forKey: .sources).map(Set.init)
        cidrs = try container.decodeUnlessAbsent([AddressRange].self, forKey: .cidrs)
    }

    /// Writes the limits that are set.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(namePrefix, forKey: .namePrefix)
        try container.encodeIfPresent(maxBranches, forKey: .maxBranches)
        try container.encodeIfPresent(sources?.sorted { $0.rawValue < $1.rawValue }, forKey: .sources)
        try container.encodeIfPresent(cidrs, forKey: .cidrs)
    }
}
