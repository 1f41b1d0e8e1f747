import BranchingCore
import FoundationEssentials
import NIOCore

/// The bytes of server-sent events (HTML standard, section 9.2.5).
enum ServerSentEvent {
    /// A comment, which clients ignore.
    static let comment = ByteBuffer(string: ": \n\n")

    /// An event with the record as data, JSON without line breaks.
    static func encode(_ event: BranchEventFeed.Event) throws -> ByteBuffer {
        var buffer = ByteBuffer(string: "id: \(event.id)\nevent: \(event.kind.rawValue)\ndata: ")
        buffer.writeBytes(VisibleJSON.bytes(try event.branch.json()))
        buffer.writeString("\n\n")
        return buffer
    }
}
