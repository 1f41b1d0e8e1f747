import BranchingCore

/// What is known about a source before it is cloned.
struct SourceFacts: Sendable, Hashable {
    /// Its name.
    var database: String
    /// Its object id in its cluster.
    var oid: Int64
    /// Whether it is in the cluster of the branch databases.
    var isSameCluster: Bool
    /// The major version of its server.
    var majorVersion: Int
    /// Its size in bytes; nil if our role may not see it.
    var sizeBytes: Int64?
    /// How many other sessions are on it.
    var otherSessions: Int
    /// How many transactions are prepared in it.
    var preparedTransactions: Int
    /// Whether our role may use it as a template: superuser, or CREATEDB and (owner or `datistemplate`).
    var mayBeTemplate: Bool
    /// Its database-level settings and privileges.
    var properties: DatabaseProperties
    /// The extensions in it, by name; known only for a database in another cluster.
    var extensions: [String] = []
    /// The login of the branch whose database it is, if it has one.
    var login: LoginStandIn?
    /// The roles that own or are granted something in it.
    var roles: [String]
}
