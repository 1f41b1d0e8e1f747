/// A row security policy (manual section 5.9).
public struct Policy: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// `ALL`, `SELECT`, `INSERT`, `UPDATE` or `DELETE`.
    public let command: String
    /// Whether it allows rows; else it restricts what others allow.
    public let isPermissive: Bool
    /// The roles that it is for, sorted; empty for `PUBLIC`.
    public let roles: [String]
    /// Which rows are seen.
    public var using: String?
    /// Which rows may be written.
    public var check: String?

    /// Makes a policy.
    public init(
        id: ObjectID, command: String = "ALL", isPermissive: Bool = true, roles: [String] = [], using: String? = nil,
        check: String? = nil
    ) {
        self.id = id
        self.command = command
        self.isPermissive = isPermissive
        self.roles = roles
        self.using = using
        self.check = check
    }
}
