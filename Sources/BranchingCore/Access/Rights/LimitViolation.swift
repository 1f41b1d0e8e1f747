/// Which limit of a key does not allow something.
public enum LimitViolation: Sendable, Hashable {
    /// Names of branches must begin with that.
    case namePrefix(String)
    /// The key has as many branches as it may.
    case maxBranches(Int)
    /// Sources of that kind are not allowed.
    case sources(SourceKind)
    /// The key may not be used from where the request came.
    case cidrs

    /// The member of the limits, as in JSON.
    public var member: String {
        switch self {
        case .namePrefix: "name_prefix"
        case .maxBranches: "max_branches"
        case .sources: "sources"
        case .cidrs: "cidrs"
        }
    }
}

extension LimitViolation: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .namePrefix(let prefix): "The names of branches of this key begin with '\(prefix)' (name_prefix)."
        case .maxBranches(let count):
            "This key may have \(count) \(count == 1 ? "branch" : "branches") at once (max_branches): delete one first."
        case .sources(.main): "This key may not clone or compare the main database (sources)."
        case .sources(.branches): "This key may not clone or compare branches (sources)."
        case .sources(.url): "This key may not name databases by URL (sources)."
        case .cidrs: "This key may not be used from this address (cidrs)."
        }
    }
}
