import BranchingCore
import FoundationEssentials
import NIOCore

/// One event of the feed, with its place in the order of a ``BranchFeedLog``.
enum FeedEvent {
    /// What the client has is void; all branches follow, that many.
    case reset(count: Int)
    /// A branch as it is now.
    case branch(Branch, number: Int64)
    /// A branch that is gone.
    case removed(RemovedBranch, number: Int64)

    var number: Int64 {
        switch self {
        case .reset: .min
        case .branch(_, let number), .removed(_, let number): number
        }
    }

    func write(id: String, to buffer: inout ByteBuffer) throws {
        switch self {
        case .reset(let count):
            ServerSentEvent.write("reset", id: id, data: Array(#"{"branches":\#(count)}"#.utf8), to: &buffer)
        case .branch(let branch, _):
            ServerSentEvent.write("branch", id: id, data: try branch.json(), to: &buffer)
        case .removed(let branch, _):
            ServerSentEvent.write("removed", id: id, data: Array(try APICoder.encoder().encode(branch)), to: &buffer)
        }
    }
}
