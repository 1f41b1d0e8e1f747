/// Hands out the work of a clone: the longest remaining path goes first, and an index is built as soon as the last rows
/// of its table are in.
actor WorkQueue {
    private var copies: [CopyUnit]
    private var indexes: [IndexUnit] = []
    private var division: IndexDivision
    /// How many pieces of a table are still to come, by its object id.
    private var piecesLeft: [Int64: Int] = [:]
    /// Indexes to be built later.
    private(set) var postponed: [[UInt8]] = []
    private var running = 0
    private var runningCopies = 0
    private var waiters: [Waiter] = []
    private var isStopped = false
    private var copyWaiters: [CheckedContinuation<Void, Never>] = []

    /// What a worker takes.
    enum Capability: Sendable {
        case anything
        /// Indexes of small tables, which wait for the disk more than they work.
        case smallIndexes
    }

    private struct Waiter {
        var capability: Capability
        var continuation: CheckedContinuation<StreamWork?, Never>
    }

    /// - Parameters:
    ///   - units: what to copy.
    ///   - indexes: what to build, by table; also for tables without rows.
    init(_ units: [CopyUnit], indexes: [PostData.TableName: [IndexStatement]]) {
        var division = IndexDivision(statements: indexes)
        var piecesLeft: [Int64: Int] = [:]
        for table in units.flatMap(\.tables) { piecesLeft[table.oid, default: 0] += 1 }
        // The longest path first: the rows, and the indexes that wait for them.
        let weight = { (unit: CopyUnit) in
            unit.tables.reduce(Double(unit.bytes)) { sum, table in
                let count = indexes[table.tableName]?.count ?? 0
                return sum + Double(count) * Double(table.bytes) * CloneMeter.indexShare
            }
        }
        copies = units.map { (weight($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        let filled = Set(units.flatMap(\.tables).map(\.tableName))
        let empty = indexes.keys.filter { !filled.contains($0) }.sorted { ($0.schema, $0.name) < ($1.schema, $1.name) }
        self.indexes = division.take(of: empty.map { ($0, 0) })
        self.division = division
        self.piecesLeft = piecesLeft
    }

    /// The next piece of work, as soon as there is one; nil if there will be none.
    func next(_ capability: Capability = .anything) async -> StreamWork? {
        if isStopped { return nil }
        if let work = take(capability) { return work }
        if isOver { return nil }
        return await withCheckedContinuation { waiters.append(Waiter(capability: capability, continuation: $0)) }
    }

    /// Whether nothing is left to do, and nothing under way can add more.
    private var isOver: Bool { running == 0 && copies.isEmpty && indexes.isEmpty }

    /// Marks a piece of work as done.
    ///
    /// - Returns: how many tables it completed.
    @discardableResult
    func finished(_ work: StreamWork) -> Int {
        running -= 1
        var whole: [StreamTable] = []
        if case .copy(let unit) = work {
            runningCopies -= 1
            whole = unit.tables.filter { table in
                piecesLeft[table.oid, default: 1] -= 1
                return piecesLeft[table.oid] == 0
            }
            indexes += division.take(of: whole.map { ($0.tableName, $0.bytes) })
            indexes.sort { $0.bytes < $1.bytes }
        }
        serve()
        return whole.count
    }

    /// Puts off an index that needs something later; it is built at the end.
    func postpone(_ unit: IndexUnit) {
        postponed += unit.statements.map(\.sql)
    }

    /// Hands out no more work.
    func stop() {
        isStopped = true
        dismiss()
        serveCopyWaiters()
    }

    private func dismiss() {
        for waiter in waiters { waiter.continuation.resume(returning: nil) }
        waiters = []
    }

    /// Returns when all rows are copied or the work is stopped.
    func rowsAreCopied() async {
        if copies.isEmpty, runningCopies == 0 || isStopped { return }
        await withCheckedContinuation { copyWaiters.append($0) }
    }

    private func serve() {
        var unserved: [Waiter] = []
        // Workers that take any work come first.
        for waiter in waiters.filter({ $0.capability == .anything }) + waiters.filter({ $0.capability != .anything }) {
            if let work = take(waiter.capability) {
                waiter.continuation.resume(returning: work)
            } else {
                unserved.append(waiter)
            }
        }
        waiters = unserved
        if isOver { dismiss() }
        serveCopyWaiters()
    }

    private func serveCopyWaiters() {
        guard isStopped || (copies.isEmpty && runningCopies == 0) else { return }
        for waiter in copyWaiters { waiter.resume() }
        copyWaiters = []
    }

    private func take(_ capability: Capability) -> StreamWork? {
        if capability == .smallIndexes {
            guard let index = indexes.lastIndex(where: \.isOfSmallTables) else { return nil }
            running += 1
            return .index(indexes.remove(at: index))
        }
        let index = indexes.last.map { $0.work } ?? -1
        if let copy = copies.last, Double(copy.bytes) >= index || indexes.isEmpty {
            copies.removeLast()
            running += 1
            runningCopies += 1
            return .copy(copy)
        }
        guard let unit = indexes.popLast() else { return nil }
        running += 1
        return .index(unit)
    }
}

/// What a worker can be given to do.
enum StreamWork: Sendable {
    case copy(CopyUnit)
    case index(IndexUnit)
}
