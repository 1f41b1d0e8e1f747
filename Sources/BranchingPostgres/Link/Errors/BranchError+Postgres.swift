package import BranchingCore

/// The one place that turns an error of the control database into one of the domain, by its code.
extension BranchError {
    package init(_ error: PostgresError) {
        if error.isUnavailability {
            self = .unavailable("PostgreSQL cannot be reached: \(error). It is tried again at the next call.")
        } else if error.sqlState == .lockNotAvailable {
            self = .unavailable("PostgreSQL is busy: \(error)")
        } else if error.sqlState == .queryCanceled {
            // The server is stopping, or somebody cancelled the statement.
            self = .unavailable("The call was stopped before its end: \(error)")
        } else if error.sqlState == .insufficientPrivilege {
            self = .insufficientPrivilege(
                "PostgreSQL refused: \(error). docs/deployment.md lists what the role of database.url needs, and for what."
            )
        } else {
            self = .unexpected("PostgreSQL: \(error)")
        }
    }
}
