import Logging

/// Gives a cloned database the settings, privileges and owner of its source.
struct DatabaseConfiguration: Sendable {
    let target: String
    let properties: DatabaseProperties
    let logger: Logger

    /// What our role may not set is left out and told in the log: a branch without one setting is better than none.
    func apply(on connection: PostgresConnection) async throws(OperationError) {
        try await OperationError.translating { () async throws(PostgresError) in
            let roles = try await connection.run { (handle) throws(PostgresError) in
                try TargetRoles.read(on: handle)
            }
            let statements = properties.statements(
                for: target, roles: roles.existing, assignableOwners: roles.assignable)
            for statement in statements {
                do throws(PostgresError) {
                    try await connection.query(statement)
                } catch {
                    guard error.sqlState == .insufficientPrivilege || error.sqlState == .undefinedObject else {
                        throw error
                    }
                    logger.warning(
                        "a setting of the source is not carried over",
                        metadata: ["statement": "\(statement)", "why": "\(error.message)"])
                }
            }
        }
    }
}
