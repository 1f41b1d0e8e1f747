import BranchingCore
import SQLText

/// A database under a branch's name, as the cluster has it.
struct BranchDatabase: Sendable, Hashable {
    let name: String
    /// Its object id, by which PostgreSQL knows it: a new one under the same name has another.
    let oid: Int64
    /// The branch that its comment names; nil if the comment is not ours.
    let branch: BranchID?

    /// Whether it is the database of a record. Its owner can change the comment, but not the object id.
    func isOf(_ record: BranchRecord) -> Bool { record.databaseOID == oid }

    /// The comment that says whose a database is, if it has no record.
    static func comment(for branch: BranchID) -> String { "ayb branch \(branch.rawValue)" }

    /// The database of that name, or nil if there is none.
    static func find(_ name: String, on handle: borrowing ConnectionHandle) throws -> BranchDatabase? {
        let rows = try handle.query(
            """
            SELECT oid, pg_catalog.shobj_description(oid, 'pg_database') AS comment
            FROM pg_catalog.pg_database WHERE datname = $1
            """, [.text(name)])
        guard let row = rows.first else { return nil }
        let comment = try row.optional("comment", as: String.self) ?? ""
        let prefix = BranchDatabase.comment(for: BranchID(rawValue: ""))
        let isOurs = comment.hasPrefix(prefix + "br_")
        return BranchDatabase(
            name: name, oid: try row.value("oid"),
            branch: isOurs ? BranchID(rawValue: String(comment.dropFirst(prefix.count))) : nil)
    }

    /// Gives the database its comment.
    static func mark(_ name: String, as branch: BranchID, on handle: borrowing ConnectionHandle) throws {
        try handle.query(
            "COMMENT ON DATABASE \(SQLIdentifier.quoted(name)) IS \(SQLIdentifier.literal(comment(for: branch)))")
    }
}
