import CLibpq
import Glibc

/// Rows of a COPY in transit, and the next row if there was no room for it.
///
/// Plain pointers: this runs for every row, and there are millions.
struct CopyBlock: ~Copyable {
    private let start: UnsafeMutablePointer<CChar>
    private let capacity: Int
    private var count = 0
    private var heldRow: UnsafeMutablePointer<CChar>?
    private var heldCount = 0

    init(capacity: Int) {
        start = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit {
        if let heldRow { PQfreemem(heldRow) }
        start.deallocate()
    }

    var isEmpty: Bool { count == 0 && heldRow == nil }
    /// Whether it must be sent before it takes another row.
    var isFull: Bool { heldRow != nil }

    /// Takes a row that libpq allocated, and frees it in the end.
    @inline(__always)
    mutating func append(_ row: UnsafeMutablePointer<CChar>, count rowCount: Int) {
        guard count &+ rowCount <= capacity else {
            heldRow = row
            heldCount = rowCount
            return
        }
        memcpy(start + count, row, rowCount)
        count &+= rowCount
        PQfreemem(row)
    }

    /// Hands over the block, or a row that is larger than a block.
    ///
    /// - Parameter body: takes the bytes; returns whether it did.
    /// - Returns: how many bytes it took.
    mutating func send(_ body: (UnsafePointer<CChar>, Int) -> Bool) -> Int {
        if count == 0, let row = heldRow {
            guard body(row, heldCount) else { return 0 }
            PQfreemem(row)
            heldRow = nil
            return heldCount
        }
        guard body(start, count) else { return 0 }
        let sent = count
        count = 0
        if let row = heldRow, heldCount <= capacity {
            heldRow = nil
            append(row, count: heldCount)
        }
        return sent
    }
}
