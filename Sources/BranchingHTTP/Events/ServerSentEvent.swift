import BranchingCore
import FoundationEssentials
import NIOCore

/// The bytes of server-sent events (HTML standard, section 9.2.5).
enum ServerSentEvent {
    /// A comment, which clients ignore.
    static let comment = ByteBuffer(string: ": \n\n")

    /// An event with the record as data, JSON without line breaks.
    static func encode(_ event: BranchEventFeed.Event) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        write(event.kind.rawValue, id: "\(event.id)", data: try event.branch.json(), to: &buffer)
        return buffer
    }

    /// Writes an event whose data is JSON without line breaks.
    static func write(_ name: String, id: String, data: [UInt8], to buffer: inout ByteBuffer) {
        buffer.writeString("id: \(id)\nevent: \(name)\ndata: ")
        buffer.writeBytes(VisibleJSON.bytes(data))
        buffer.writeString("\n\n")
    }
}
