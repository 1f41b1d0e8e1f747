import BranchingCore

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
