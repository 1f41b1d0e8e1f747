import BranchingCore
import PostgresTools

/// Why an operation on a branch stopped, other than by an error of PostgreSQL or of a program.
enum OperationError: Error, Sendable {
    /// A newer operation has the branch: touch nothing.
    case fenced
    /// It cannot succeed; the message is for the branch's record.
    case failed(FailureCode, String)
    /// The server running it is stopping.
    case interrupted
}

/// What a failed branch's record says.
struct FailureRecord: Sendable {
    let code: FailureCode
    let message: String

    /// The one place that turns a create's error into that of a record.
    ///
    /// - Returns: nil if nothing may be recorded, because another operation has the branch.
    init?(_ error: any Error) {
        switch error {
        case OperationError.fenced: return nil
        case OperationError.failed(let code, let message): self.init(code: code, message: message)
        case OperationError.interrupted, ToolError.cancelled, is CancellationError:
            self.init(
                code: .interrupted, message: "The server was stopped while it made the branch. Create it again.")
        case let error as ToolError: self.init(code: .cloneFailed, message: error.description)
        case let error as PostgresError: self.init(code: .cloneFailed, message: error.description)
        default: self.init(code: .cloneFailed, message: BranchError(error).description)
        }
    }

    private init(code: FailureCode, message: String) {
        self.code = code
        self.message = message
    }
}
