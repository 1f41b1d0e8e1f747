import BranchingCore

/// Why an operation on a branch stopped.
enum OperationError: Error, Sendable {
    /// A newer operation has the branch: touch nothing.
    case fenced
    /// It cannot succeed; the message is for the branch's record.
    case failed(FailureCode, String)
    /// The server this runs in is stopping.
    case interrupted
    /// The control database, or the work on it, failed.
    case postgres(PostgresError)
}

extension OperationError: PostgresFailure {
    init(_ error: PostgresError) { self = .postgres(error) }

    /// What is recorded of it; nil where nothing may be.
    var record: (code: FailureCode, message: String)? {
        switch self {
        case .fenced: nil
        case .failed(let code, let message): (code, message)
        case .interrupted: (.interrupted, "The server was stopped while it made the branch. Create it again.")
        case .postgres(let error): (.cloneFailed, error.description)
        }
    }
}

extension OperationError {
    /// The error as the caller of a delete sees it.
    func branchError(for name: BranchName) -> BranchError {
        switch self {
        case .fenced: .deleted(name)
        case .failed(_, let message): .unexpected(message)
        case .interrupted: .unavailable("The server is stopping.")
        case .postgres(let error): BranchError(error)
        }
    }
}
