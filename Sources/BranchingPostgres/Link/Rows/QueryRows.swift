import CLibpq
import Synchronization

/// The rows that one statement returned, as libpq holds them: a value becomes a Swift value only on request.
///
/// `@unchecked Sendable`: a result does not change once it has arrived, and any thread may call libpq's functions that
/// read one (manual section 34.19, "a PGresult object … can be passed around freely between threads"). The hint is atomic.
final class QueryRows: @unchecked Sendable {
    /// The names of the columns.
    let columns: [String]
    private let result: OpaquePointer
    /// The column after the last one read: a hint, right or wrong.
    private let next = Atomic(0)

    /// Takes a result, and frees it in the end.
    init(taking result: OpaquePointer) {
        self.result = result
        columns = (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }
    }

    deinit {
        PQclear(result)
    }

    /// How many there are.
    var count: Int { Int(PQntuples(result)) }

    /// The number of a column; nil if none has that name.
    func index(of column: String) -> Int? {
        // Columns are mostly read in order, so the next one is tried first. Names are few and short: comparing is
        // faster than hashing.
        let length = column.utf8.count
        var index = next.load(ordering: .relaxed)
        for _ in columns.indices {
            if index >= columns.count { index = 0 }
            if columns[index].utf8.count == length, columns[index] == column {
                next.store(index + 1, ordering: .relaxed)
                return index
            }
            index += 1
        }
        return nil
    }

    /// The text of a value, or nil if it is NULL.
    func text(row: Int, column: Int) -> String? {
        let (row, column) = (Int32(row), Int32(column))
        guard PQgetisnull(result, row, column) == 0, let bytes = PQgetvalue(result, row, column) else { return nil }
        return String(
            decoding: UnsafeRawBufferPointer(start: bytes, count: Int(PQgetlength(result, row, column))), as: UTF8.self)
    }
}
