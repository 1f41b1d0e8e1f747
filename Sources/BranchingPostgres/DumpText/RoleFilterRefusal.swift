/// A statement that names a missing role and cannot be left out: without it other people would see other data.
package enum RoleFilterRefusal: Error, Sendable, Hashable {
    case policy(name: String, table: String, role: String)
    case userMapping(server: String, role: String)
}

extension RoleFilterRefusal: CustomStringConvertible {
    /// What, why, and what to do.
    package var description: String {
        switch self {
        case .policy(let name, let table, let role):
            "The policy '\(name)' on \(table) is for the role '\(role)', which does not exist on the target. Leaving it out would change who sees which rows: create the role there, then try again."
        case .userMapping(let server, let role):
            "The foreign server '\(server)' has a user mapping for the role '\(role)', which does not exist on the target: create the role there, then try again."
        }
    }
}

/// Why a dump must not be restored.
package enum DumpRefusal: Error, Sendable, Hashable {
    /// It names a missing role where it cannot be left out.
    case roleMissing(RoleFilterRefusal)
    /// It contains something that psql must not get; the text says what.
    case unsafe(String)
}
