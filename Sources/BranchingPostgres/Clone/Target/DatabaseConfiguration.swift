import DumpText
import Logging
import SQLText

/// Gives a cloned database the settings, privileges and owner of its source.
struct DatabaseConfiguration: Sendable {
    let target: String
    let properties: DatabaseProperties
    let logger: Logger

    /// What our role may not set is skipped and logged: a branch without one setting is better than none.
    func apply(on connection: PostgresConnection) async throws {
        let roles = try await connection.run { try TargetRoles.read(on: $0) }
        let statements = statements(roles: roles, ours: connection.facts.user)
        for statement in statements {
            do {
                try await connection.query(statement)
            } catch let error as PostgresError
                where [.insufficientPrivilege, .undefinedObject].contains(error.sqlState)
            {
                logger.warning(
                    "a setting of the source is not carried over",
                    metadata: ["statement": "\(statement)", "why": "\(error.message)"])
            }
        }
    }

    /// Only our role could enter it in the making: revokes that, and grants what the source allows.
    private func statements(roles: TargetRoles, ours: String) -> [String] {
        let (name, owner) = (
            SQLIdentifier.quoted(target), UnpublishedDatabase.owner(properties, roles: roles) ?? ours
        )
        var statements = properties.statements(
            for: target, roles: roles.existing, assignableOwners: roles.assignable)
        if owner != ours { statements.insert("REVOKE ALL ON DATABASE \(name) FROM CURRENT_USER", at: 0) }
        if properties.privileges == nil {
            // The defaults of a new database (manual, section 5.8, table 5.2).
            statements.append("GRANT CONNECT, TEMPORARY ON DATABASE \(name) TO PUBLIC")
            statements.append("GRANT ALL ON DATABASE \(name) TO \(SQLIdentifier.quoted(owner))")
        }
        return statements
    }
}
