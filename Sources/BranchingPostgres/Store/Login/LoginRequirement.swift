import BranchingCore
import SQLText

/// What logins need: the right to make roles.
enum LoginRequirement {
    /// Says what to do without it.
    static func text(role: String) -> String {
        "branching.logins is on, but the server's role '\(role)' may not make roles. Allow it (ALTER ROLE \(SQLIdentifier.name(role)) CREATEROLE), or switch branching.logins off."
    }

    /// - Throws: ``BranchError/notConfigured(_:)``
    static func check(on handle: borrowing ConnectionHandle) throws {
        let rows = try handle.query(
            "SELECT rolsuper OR rolcreaterole AS allowed FROM pg_catalog.pg_roles WHERE rolname = current_user")
        guard try rows.first?.value("allowed") == true else {
            throw BranchError.notConfigured(text(role: handle.facts().user))
        }
    }
}
