/// What a branch is cloned from.
public enum BranchSource: Sendable, Hashable {
    /// The server's own source database.
    case main
    /// Another branch of the same server.
    case branch(BranchName)
    /// A database anywhere, by a connection URL (`postgresql://…`) or a `key=value` connection string.
    case database(Secret)

    /// Reads `main`, the name of a branch, or a connection string.
    ///
    /// Whether a connection string is sound is for the PostgreSQL adapter to say.
    ///
    /// - Throws: ``BranchName/Invalid`` where the text is neither.
    public init(parsing text: String) throws(BranchName.Invalid) {
        if text == "main" {
            self = .main
        } else if text.contains("://") || text.contains("=") {
            self = .database(Secret(text))
        } else {
            self = .branch(try BranchName(text))
        }
    }
}
