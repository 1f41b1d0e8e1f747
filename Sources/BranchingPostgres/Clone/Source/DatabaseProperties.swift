import SchemaCatalog

/// What belongs to a database as a whole, and so is in no clone of its content: `ALTER DATABASE … SET`,
/// `ALTER ROLE … IN DATABASE … SET`, privileges, owner, connection limit, and how it was created.
struct DatabaseProperties: Sendable, Hashable {
    /// One setting; of the whole database where it has no role.
    struct Setting: Sendable, Hashable {
        var role: String?
        var name: String
        var value: String
    }

    /// One privilege; of PUBLIC where it has no grantee.
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
    /// nil where the privileges are PostgreSQL's default ones.
    var privileges: [Privilege]?
    var locale: DatabaseLocale
}
