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
