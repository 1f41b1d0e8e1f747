/// What belongs to a database as a whole, so no clone of its content has it: `ALTER DATABASE … SET`,
/// `ALTER ROLE … IN DATABASE … SET`, privileges, owner, connection limit, and how it was created.
struct DatabaseProperties: Sendable, Hashable {
    /// One setting; for the whole database if it has no role.
    struct Setting: Sendable, Hashable {
        var role: String?
        var name: String
        var value: String
    }

    /// One privilege; for PUBLIC if it has no grantee.
    struct Privilege: Sendable, Hashable {
        var grantee: String?
        var name: PrivilegeName
        var isGrantable: Bool
    }

    var owner: String
    /// -1 is no limit.
    var connectionLimit: Int
    /// The tablespace; nil for the cluster's default.
    var tablespace: String?
    var settings: [Setting]
    /// nil if the privileges are PostgreSQL's defaults.
    var privileges: [Privilege]?
    var locale: DatabaseLocale
}
