import BranchingCore

/// Where a clone comes from, once its name or connection string is understood.
struct CloneSource: Sendable, Hashable {
    /// How it is reached.
    var parameters: ConnectionParameters
    /// Whether it was given as a connection string, so that it may be in another cluster.
    var isElsewhere: Bool

    /// Its database.
    var database: String { parameters["dbname"] ?? parameters["user"] ?? "postgres" }
}
