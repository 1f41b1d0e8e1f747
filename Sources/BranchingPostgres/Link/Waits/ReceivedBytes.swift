import CLibpq

/// Counts what a server sends, so that an endless answer cannot fill memory.
///
/// libpq does not report how much it reads. What the kernel holds before and after a read is a lower bound within a
/// small factor of the truth, which is enough for a limit.
package struct ReceivedBytes {
    /// libpq makes room for this before each read (fe-misc.c, pqReadData); an encrypted one may take a short record.
    private static let leastRead = (plain: 8192, encrypted: 1024)

    private var count = 0

    package init() {}

    /// Counts from 0 again.
    package mutating func reset() { count = 0 }

    /// Reads what has arrived, with the given libpq call.
    ///
    /// - Returns: what the call returns.
    package mutating func reading<Value>(_ connection: OpaquePointer, _ read: () -> Value) -> Value {
        let before = Self.pending(connection)
        let value = read()
        let least = PQsslInUse(connection) == 1 ? Self.leastRead.encrypted : Self.leastRead.plain
        count += max(before - Self.pending(connection), min(before, least))
        return value
    }

    /// - Parameter what: what the limit is for, and its setting.
    /// - Throws: `54000` (program_limit_exceeded) if it exceeds the limit.
    package func check(
        _ limit: Int, of what: String = "in answer to one call (database.result_limit)"
    ) throws {
        guard count > limit else { return }
        throw PostgresError(
            sqlState: .programLimitExceeded,
            message: "The server sent more than \(limit) bytes \(what), and was left.")
    }

    private static func pending(_ connection: OpaquePointer) -> Int {
        let socket = PQsocket(connection)
        return socket < 0 ? 0 : Int(max(0, ayb_pending_bytes(socket)))
    }
}
