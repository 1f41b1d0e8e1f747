package import BranchingCore

/// An error that an error of PostgreSQL can become.
package protocol PostgresFailure: Error {
    init(_ error: PostgresError)
}

extension PostgresError: PostgresFailure {
    package init(_ error: PostgresError) { self = error }
}

/// The one place where an error of the control database becomes an error of the domain, by its code.
extension BranchError: PostgresFailure {
    package init(_ error: PostgresError) {
        if error.isUnavailability {
            self = .unavailable("PostgreSQL cannot be reached: \(error). It is tried again at the next call.")
        } else if error.sqlState == .lockNotAvailable {
            self = .unavailable("PostgreSQL is busy: \(error)")
        } else if error.sqlState == .queryCanceled {
            // The server stops, or somebody cancelled the statement.
            self = .unavailable("The call was stopped before its end: \(error)")
        } else if error.sqlState == .lockNotAvailable {
            self = .unavailable(error.description)
        } else if error.sqlState == .insufficientPrivilege {
            self = .insufficientPrivilege(
                "PostgreSQL refused: \(error). docs/deployment.md lists what the role of database.url needs, and for what."
            )
        } else {
            self = .unexpected("PostgreSQL: \(error)")
        }
    }
}

extension PostgresFailure {
    /// Runs the body, and turns PostgreSQL's error into this one.
    @discardableResult
    static func translating<Value>(_ body: () throws(PostgresError) -> Value) throws(Self) -> Value {
        do throws(PostgresError) { return try body() } catch { throw Self(error) }
    }

    /// Runs the body, and turns PostgreSQL's error into this one.
    @discardableResult
    static func translating<Value: Sendable>(_ body: () async throws(PostgresError) -> Value) async throws(Self)
        -> Value
    {
        do throws(PostgresError) { return try await body() } catch { throw Self(error) }
    }
}
