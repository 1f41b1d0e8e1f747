/// The PostgreSQL role that a branch has for itself, and what that role can reach outside of the branch.
public struct BranchLogin: Sendable, Hashable {
    /// The role: `ayb_login_` and the branch's id without its prefix.
    public var role: String
    /// Whether it may connect to the database that the branch was cloned from, as PUBLIC may.
    public var connectsToSource: Bool
    /// Databases other than the branch's where it can read tables, as PUBLIC can, or where nobody could look: at most
    /// ``mostDatabases`` of them, sorted.
    public var readsElsewhere: [String]

    /// How many databases are named at most.
    public static let mostDatabases = 20

    /// Describes a login.
    public init(role: String, connectsToSource: Bool = false, readsElsewhere: [String] = []) {
        self.role = role
        self.connectsToSource = connectsToSource
        self.readsElsewhere = readsElsewhere
    }

    /// The prefix of every login's name.
    public static let rolePrefix = "ayb_login_"

    /// The name of a branch's login. It has 34 bytes, and needs no quotes.
    public static func role(of branch: BranchID) -> String {
        rolePrefix + branch.rawValue.dropFirst(BranchID.prefix.count)
    }
}

extension BranchLogin: Codable {
    private enum CodingKeys: String, CodingKey {
        case role
        case connectsToSource = "connects_to_source"
        case readsElsewhere = "reads_elsewhere"
    }

    /// Reads a login; what is absent is false or empty.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            role: try container.decode(String.self, forKey: .role),
            connectsToSource: try container.decodeIfPresent(Bool.self, forKey: .connectsToSource) ?? false,
            readsElsewhere: try container.decodeIfPresent([String].self, forKey: .readsElsewhere) ?? [])
    }

    /// Writes a login; what is false or empty is absent.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(role, forKey: .role)
        if connectsToSource { try container.encode(true, forKey: .connectsToSource) }
        if !readsElsewhere.isEmpty { try container.encode(readsElsewhere, forKey: .readsElsewhere) }
    }
}
