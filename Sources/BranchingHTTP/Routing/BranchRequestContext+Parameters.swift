import BranchingCore
import Hummingbird
import NIOCore

extension BranchRequestContext {
    /// The branch that the path names.
    ///
    /// - Throws: ``BranchError/invalidName(_:)``.
    func branchName() throws(BranchError) -> BranchName {
        do {
            return try BranchName(parameters.get("name") ?? "")
        } catch {
            throw .invalidName(error)
        }
    }

    /// The client's IP address; nil on a Unix socket.
    var address: String? { remoteAddress?.ipAddress }

    /// The client's address, for the log.
    var remote: String { remoteAddress?.description ?? "unknown" }
}
