import BranchingCore
import FoundationEssentials

/// The id of the last event that a client has, from the header `Last-Event-ID` (HTML standard, section 9.2.3).
struct LastEventID: Sendable, Hashable {
    /// The most digits that an id of 64 bits has.
    private static let longest = 19
    /// How far an event may be beyond the time of its record, in microseconds: a minute. Each event that the time does not
    /// tell from the one before is one more.
    private static let leeway: Int64 = 60_000_000

    private let number: Int64

    /// Reads the header.
    ///
    /// - Throws: ``BranchError/invalidRequest(_:)`` where it is no id.
    init(_ text: String) throws(BranchError) {
        guard (1...Self.longest).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .invalidRequest("'Last-Event-ID' is the id of an event: 1 to \(Self.longest) digits.")
        }
        // Of 19 digits some are beyond 64 bits, and no event has such an id.
        number = Int64(text) ?? .max
    }

    /// The id; nil where no event of the branch can have it yet, so that the client has none of them.
    func known(for branch: Branch, at now: Date) -> Int64? {
        let latest = max(BranchEventFeed.id(of: branch), BranchEventFeed.id(at: now))
        return number <= latest.addingSaturated(Self.leeway) ? number : nil
    }
}
