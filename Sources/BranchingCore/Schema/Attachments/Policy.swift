/// A row security policy (manual section 5.9).
package struct Policy: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// `ALL`, `SELECT`, `INSERT`, `UPDATE` or `DELETE`.
    package let command: String
    /// Whether it allows rows, or restricts what others allow.
    package let isPermissive: Bool
    /// The roles that it is for, sorted; empty for `PUBLIC`.
    package let roles: [String]
    /// Which rows are seen.
    package var using: String?
    /// Which rows may be written.
    package var check: String?

    /// Makes a policy.
    package init(
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
