/// The kinds of sources that a key may be limited to.
public enum SourceKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// The server's own database.
    case main
    /// Other branches.
    case branches
    /// Databases by connection string.
    case url
}

extension BranchSource {
    /// Which kind of source it is.
    public var kind: SourceKind {
        switch self {
        case .main: .main
        case .branch: .branches
        case .database: .url
        }
    }
}
