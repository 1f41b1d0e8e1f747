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
    /// The PostgreSQL adapter decides whether a connection string is sound.
    ///
    /// - Throws: ``BranchName/Invalid`` if the text is none of these.
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
