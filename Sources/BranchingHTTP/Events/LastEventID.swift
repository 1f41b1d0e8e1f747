import BranchingCore
import FoundationEssentials

/// The id of the client's last event, from the header `Last-Event-ID` (HTML standard, section 9.2.3).
struct LastEventID: Sendable, Hashable {
    /// The most digits of a 64-bit id.
    private static let longest = 19
    /// How far an event's id may be ahead of its record's time, in microseconds: a minute. Each event at the same time
    /// as the one before adds one.
    private static let leeway: Int64 = 60_000_000

    private let number: Int64

    /// Reads the header.
    ///
    /// - Throws: ``BranchError/invalidRequest(_:)`` if it is no id.
    init(_ text: String) throws(BranchError) {
        guard (1...Self.longest).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .invalidRequest("'Last-Event-ID' is the id of an event: 1 to \(Self.longest) digits.")
        }
        // Some numbers of 19 digits exceed 64 bits, and no event has such an id.
        number = Int64(text) ?? .max
    }

    /// The id; nil if it is later than any event of the branch can be: then the client has none of them.
    func known(for branch: Branch, at now: Date) -> Int64? {
        let latest = max(BranchEventFeed.id(of: branch), BranchEventFeed.id(at: now))
        return number <= latest.addingSaturated(Self.leeway) ? number : nil
    }
}
