import BranchingCore
import NIOCore

/// What all streams of the feed can still be sent: a pure state machine, without clock and I/O.
///
/// It numbers the changes as it sees them. A stream keeps the number of the last one it sent, and asks for what came
/// after it: each branch once, as it is now. So a slow reader costs no memory, and gets fewer events.
struct BranchFeedLog: Sendable {
    /// How many removals are remembered.
    static let length = 1000
    /// The shortest time between two events about the progress of one branch.
    static let progressInterval = Duration.seconds(1)

    private var entries: [BranchID: Entry] = [:]
    private var removed: [Removal] = []
    private var removedIDs: Set<BranchID> = []
    private(set) var position: ChangePosition?
    /// The oldest revision that a client can continue from.
    private var oldest: Int64 = 0
    /// The number of the last change.
    private(set) var last: Int64 = 0
    /// A stream that has seen less has missed a removal that is forgotten.
    private var forgotten: Int64 = 0
    /// Streams that are up to date ask for the same, and so do those that begin.
    private var batches: [Cursor: Batch] = [:]
    private static let batchLimit = 16

    /// Takes an answer of the service, and releases progress that was held back.
    mutating func take(_ changes: BranchChanges, at now: ContinuousClock.Instant) {
        let previous = last
        if let position, position.log != changes.position.log { clear() }
        oldest = max(oldest, changes.oldest)
        position = changes.position
        for branch in changes.removed { remove(branch) }
        if changes.isComplete {
            let present = Set(changes.branches.map(\.id))
            for entry in entries.values where !present.contains(entry.branch.id) {
                remove(
                    RemovedBranch(
                        id: entry.branch.id, name: entry.branch.name, revision: changes.position.revision))
            }
        }
        for branch in changes.branches where !removedIDs.contains(branch.id) { put(branch, at: now) }
        for entry in entries.values {
            guard let held = entry.held, now - entry.changedAt >= Self.progressInterval else { continue }
            write(held, at: now)
        }
        // The ids of events depend on the position.
        if last != previous { batches = [:] }
    }

    /// Where a stream begins, and what it is sent first.
    ///
    /// - Parameter seen: What the client has; it is sent everything if that is nil, or too old, or unknown.
    mutating func start(after seen: ChangePosition?) throws -> Batch {
        guard let seen, let position, seen.log == position.log, seen.revision >= oldest,
            seen.revision <= position.revision
        else { return try next(after: .beginning) ?? Batch(buffer: ByteBuffer(), cursor: .beginning) }
        let events = events { _, revision in revision >= seen.revision }
        return try batch(events, after: Cursor(number: last, id: seen.description))
    }

    /// What came after a stream's last event; nil if nothing did.
    mutating func next(after cursor: Cursor) throws -> Batch? {
        guard cursor.number < last else { return nil }
        if let batch = batches[cursor] { return batch }
        let batch =
            if cursor.number < forgotten || cursor == .beginning {
                try batch([.reset(count: entries.count)] + everything(), after: .beginning)
            } else {
                try batch(events { number, _ in number > cursor.number }, after: cursor)
            }
        if batches.count < Self.batchLimit { batches[cursor] = batch }
        return batch
    }
}

extension BranchFeedLog {
    /// How far a stream is.
    struct Cursor: Sendable, Hashable {
        /// Before everything.
        static let beginning = Cursor(number: .min, id: "0")

        /// The number of the last change that was sent.
        var number: Int64
        /// The id of the last event that was sent.
        var id: String
    }

    /// Bytes to send, and where the stream then is.
    struct Batch: Sendable {
        var buffer: ByteBuffer
        var cursor: Cursor
    }

    private struct Entry: Sendable {
        var branch: Branch
        var number: Int64
        var changedAt: ContinuousClock.Instant
        /// Newer progress, too soon after the last.
        var held: Branch?
    }

    private struct Removal: Sendable {
        var branch: RemovedBranch
        var number: Int64
    }
}

// MARK: - Changes

extension BranchFeedLog {
    private mutating func put(_ branch: Branch, at now: ContinuousClock.Instant) {
        if var entry = entries[branch.id] {
            guard entry.branch != branch, entry.held != branch else { return }
            if now - entry.changedAt < Self.progressInterval, Self.isOnlyProgress(from: entry.branch, to: branch) {
                entry.held = branch
                entries[branch.id] = entry
                return
            }
        }
        write(branch, at: now)
    }

    private mutating func write(_ branch: Branch, at now: ContinuousClock.Instant) {
        last += 1
        entries[branch.id] = Entry(branch: branch, number: last, changedAt: now)
    }

    private mutating func remove(_ branch: RemovedBranch) {
        let isKnown = entries.removeValue(forKey: branch.id) != nil
        // One that was forgotten here may come again, and is forgotten still.
        guard isKnown || branch.revision >= oldest, removedIDs.insert(branch.id).inserted else { return }
        last += 1
        removed.append(Removal(branch: branch, number: last))
        guard removed.count > Self.length else { return }
        let first = removed.removeFirst()
        removedIDs.remove(first.branch.id)
        forgotten = max(forgotten, first.number)
        oldest = max(oldest, first.branch.revision + 1)
    }

    private mutating func clear() {
        entries = [:]
        removed = []
        removedIDs = []
        oldest = 0
        last += 1
        forgotten = last
    }

    /// Whether nothing changed but how much is copied.
    private static func isOnlyProgress(from old: Branch, to new: Branch) -> Bool {
        guard let phase = old.progress?.phase, phase == new.progress?.phase else { return false }
        var same = new
        same.progress = old.progress
        same.updatedAt = old.updatedAt
        same.revision = old.revision
        return same == old
    }
}

// MARK: - Events

extension BranchFeedLog {
    private func everything() -> [FeedEvent] {
        entries.values.map { .branch($0.branch, number: $0.number) }.sorted { $0.number < $1.number }
    }

    private func events(
        where isNew: (_ number: Int64, _ revision: Int64) -> Bool
    ) -> [FeedEvent] {
        let changed = entries.values.filter { isNew($0.number, $0.branch.revision) }
            .map { FeedEvent.branch($0.branch, number: $0.number) }
        let gone = removed.filter { isNew($0.number, $0.branch.revision) }
            .map { FeedEvent.removed($0.branch, number: $0.number) }
        return (changed + gone).sorted { $0.number < $1.number }
    }

    /// What is held back has not been sent.
    private var id: String {
        guard let position else { return Cursor.beginning.id }
        let held = entries.values.compactMap(\.held?.revision).min() ?? .max
        return ChangePosition(log: position.log, revision: min(position.revision, held)).description
    }

    /// Only the last event brings a client to the new position: if the stream breaks before it, all come again.
    private func batch(_ events: [FeedEvent], after cursor: Cursor) throws -> Batch {
        var buffer = ByteBuffer()
        let id = events.isEmpty ? cursor.id : id
        for (index, event) in events.enumerated() {
            try event.write(id: index == events.count - 1 ? id : cursor.id, to: &buffer)
        }
        return Batch(buffer: buffer, cursor: Cursor(number: last, id: id))
    }
}
