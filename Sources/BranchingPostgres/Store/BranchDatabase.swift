import BranchingCore

/// A database under a branch's name, as the cluster has it.
struct BranchDatabase: Sendable, Hashable {
    let name: String
    /// The branch that its comment names; nil where the comment is not ours.
    let branch: BranchID?

    /// The comment that makes a database ours.
    static func comment(for branch: BranchID) -> String { "ayb branch \(branch.rawValue)" }

    /// The database of that name, or nil where there is none.
    static func find(_ name: String, on handle: borrowing ConnectionHandle) throws(PostgresError) -> BranchDatabase? {
        let rows = try handle.query(
            """
            SELECT pg_catalog.shobj_description(oid, 'pg_database') AS comment
            FROM pg_catalog.pg_database WHERE datname = $1
            """, [.text(name)])
        guard let row = rows.first else { return nil }
        let comment = try row.optional("comment", as: String.self) ?? ""
        let prefix = BranchDatabase.comment(for: BranchID(rawValue: ""))
        let isOurs = comment.hasPrefix(prefix + "br_")
        return BranchDatabase(
            name: name, branch: isOurs ? BranchID(rawValue: String(comment.dropFirst(prefix.count))) : nil)
    }

    /// Gives the database its comment.
    static func mark(_ name: String, as branch: BranchID, on handle: borrowing ConnectionHandle) throws(PostgresError) {
        try handle.query(
            "COMMENT ON DATABASE \(SQLIdentifier.quoted(name)) IS \(SQLIdentifier.literal(comment(for: branch)))")
    }
}
