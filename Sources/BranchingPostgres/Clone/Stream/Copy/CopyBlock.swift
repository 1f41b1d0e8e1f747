import CLibpq

/// Rows of a COPY that are on their way, and the next row where there was no room for it.
final class CopyBlock {
    private let buffer: UnsafeMutableRawBufferPointer
    private(set) var count = 0
    private var held: (row: UnsafeMutablePointer<CChar>, count: Int)?

    init(capacity: Int) {
        buffer = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit {
        if let held { PQfreemem(held.row) }
        buffer.deallocate()
    }

    var isEmpty: Bool { count == 0 && held == nil }
    /// Whether no row is taken before what is here has gone.
    var isFull: Bool { held != nil || count == buffer.count }

    /// Takes a row, which libpq allocated, and frees it sooner or later.
    func append(_ row: UnsafeMutablePointer<CChar>, count rowCount: Int) {
        guard count + rowCount <= buffer.count else {
            held = (row, rowCount)
            return
        }
        UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            .copyMemory(from: UnsafeRawBufferPointer(start: row, count: rowCount))
        count += rowCount
        PQfreemem(row)
    }

    /// Gives away what is here: the block, or a row that is larger than a block.
    ///
    /// - Parameter body: takes the bytes, and says whether it did.
    /// - Returns: how many bytes it took.
    func send(_ body: (UnsafePointer<CChar>, Int) -> Bool) -> Int {
        if count == 0, let held {
            guard body(held.row, held.count) else { return 0 }
            PQfreemem(held.row)
            self.held = nil
            return held.count
        }
        guard let start = buffer.baseAddress, body(start.assumingMemoryBound(to: CChar.self), count) else { return 0 }
        let sent = count
        count = 0
        if let held, held.count <= buffer.count {
            self.held = nil
            append(held.row, count: held.count)
        }
        return sent
    }
}
