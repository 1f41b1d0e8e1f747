import BranchingCore
import PostgresTools

/// The one place that turns whatever the adapter throws into an error of the port.
extension BranchError {
    /// - Parameter name: the branch being worked on, if known.
    init(_ error: any Error, of name: BranchName? = nil) {
        switch error {
        case let error as BranchError: self = error
        case let error as PostgresError: self.init(error)
        case let error as OperationError: self.init(error, of: name)
        case ToolError.cancelled, is CancellationError: self = .unavailable("The call was stopped before its end.")
        case let error as ToolError: self = .unexpected(error.description)
        // Its text is of unknown origin, and may hold a secret.
        default: self = .unexpected("An internal error of the server: \(type(of: error)).")
        }
    }

    private init(_ error: OperationError, of name: BranchName?) {
        switch error {
        case .fenced:
            self = name.map { .deleted($0) } ?? .unavailable("Another operation has the branch now.")
        case .failed(_, let message): self = .unexpected(message)
        case .interrupted: self = .unavailable("The server is stopping.")
        }
    }

    /// Runs the work of a port's method, whatever it throws.
    static func translating<Value: Sendable>(
        _ body: () async throws -> Value
    ) async throws(BranchError) -> Value {
        do { return try await body() } catch { throw BranchError(error) }
    }
}
