/// The privileges that PostgreSQL has (manual section 5.8, table 5.1).
///
/// Their names come from `aclexplode` as text, and become part of a statement as they are: a keyword cannot be quoted.
/// A server's owner can replace that function, so a name that is none of these is refused.
package enum PrivilegeName: String, Sendable, Hashable, CaseIterable {
    case select = "SELECT"
    case insert = "INSERT"
    case update = "UPDATE"
    case delete = "DELETE"
    case truncate = "TRUNCATE"
    case references = "REFERENCES"
    case trigger = "TRIGGER"
    case execute = "EXECUTE"
    case usage = "USAGE"
    case create = "CREATE"
    case connect = "CONNECT"
    case temporary = "TEMPORARY"
    case set = "SET"
    case alterSystem = "ALTER SYSTEM"
    case maintain = "MAINTAIN"

    /// Reads what a server says.
    ///
    /// - Throws: If it is no privilege.
    package init(reading text: String) throws {
        guard let known = PrivilegeName(rawValue: text) else {
            throw PostgresError(
                message: "The server names a privilege that this version does not know: '\(text.prefix(40))'.",
                hint:
                    "A newer PostgreSQL may have it: then update ayb. Otherwise somebody has replaced aclexplode: do not trust that server."
            )
        }
        self = known
    }
}
