import CLibpq
import Glibc

/// Carries the rows of one COPY from the source to the target, in memory that does not grow with the table.
///
/// Rows are collected in blocks, because every message costs both the target and us some work. While the target
/// does not take a block, the next one fills, so neither server waits for the other because of us.
struct CopyPipe {
    let source: StreamSession
    let target: StreamSession
    let limiter: RateLimiter?
    /// Called with the size in bytes of each block sent to the target.
    let onBytes: @Sendable (Int) -> Void

    /// How many bytes of rows make a block.
    static let blockSize = 32 << 10

    /// How often to check that enough moves.
    private static let lookInterval = Duration.seconds(1)

    /// Carries everything. Both sessions have begun their COPY, and still have to return its result.
    ///
    /// - Throws: the first error of either side; the sessions have to be closed then.
    func run() throws {
        var block = CopyBlock(capacity: Self.blockSize)
        var (sourceEnded, targetIsBusy, targetSpoke, moved) = (false, false, false, Int64(0))
        var looked = ContinuousClock.now
        source.beginWait()
        target.beginWait()
        while true {
            let isDry = sourceEnded ? false : try fill(&block, ended: &sourceEnded)
            if !targetIsBusy, block.isFull || sourceEnded, !block.isEmpty { moved += try send(&block) }
            targetIsBusy = try flushTarget()
            if sourceEnded, block.isEmpty, !targetIsBusy { return }
            let wanted = (isDry ? SocketWait.Ready.sourceReadable : []).union(targetIsBusy ? .targetWritable : [])
            guard !wanted.isEmpty else { continue }
            let ready = try source.wait(
                for: targetSpoke ? wanted : wanted.union(.targetReadable), source: source.socket,
                target: target.socket, milliseconds: Patience.milliseconds)
            // Even if something arrives: a trickle is no working network.
            if looked.duration(to: .now) > Self.lookInterval {
                // The side that nothing waits for is doing well.
                (targetIsBusy ? source : target).beginWait()
                try (targetIsBusy ? target : source).checkPatience(moved: moved)
                (moved, looked) = (0, .now)
            }
            if ready.contains(.sourceReadable), PQconsumeInput(source.connection) != 1 { throw source.lastError() }
            if ready.contains(.targetReadable) {
                targetSpoke = true
                try listenToTarget()
            }
        }
    }

    /// Takes rows until the block is full.
    ///
    /// - Returns: whether it took all that has arrived.
    private func fill(_ block: inout CopyBlock, ended: inout Bool) throws -> Bool {
        let connection = source.connection
        var row: UnsafeMutablePointer<CChar>?
        while !block.isFull {
            let count = PQgetCopyData(connection, &row, 1)
            switch count {
            case 0: return true
            case -1:
                ended = true
                return false
            default:
                guard let row, count > 0 else { throw source.lastError() }
                block.append(row, count: Int(count))
            }
        }
        return false
    }

    /// Sends what libpq holds.
    ///
    /// - Returns: whether the target cannot take all of it now.
    private func flushTarget() throws -> Bool {
        let left = PQflush(target.connection)
        guard left >= 0 else { throw failureOfTarget() }
        return left == 1
    }

    private func send(_ block: inout CopyBlock) throws -> Int64 {
        var state: Int32 = 1
        let connection = target.connection
        let sent = block.send { bytes, count in
            state = PQputCopyData(connection, bytes, CInt(count))
            return state == 1
        }
        guard state >= 0 else { throw failureOfTarget() }
        guard sent > 0 else { return 0 }
        onBytes(sent)
        if let pause = limiter?.take(sent) { try rest(pause) }
        return Int64(sent)
    }

    private func rest(_ pause: Duration) throws {
        let end = ContinuousClock.now + pause
        while true {
            let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
            if left < 1 { break }
            _ = try source.wait(for: [], milliseconds: Int(min(left, 1000)))
        }
        // A deliberate pause does not count as stuck.
        source.beginWait()
        target.beginWait()
    }

    /// Reads what the target says while it takes rows: usually an error.
    private func listenToTarget() throws {
        var first: UInt8 = 0
        // Encrypted bytes say nothing; the error then shows after the last row.
        let isError =
            PQsslInUse(target.connection) == 0 && recv(target.socket, &first, 1, Int32(MSG_PEEK)) == 1
            && first == UInt8(ascii: "E")
        guard PQconsumeInput(target.connection) == 1 else { throw failureOfTarget() }
        if isError { throw failureOfTarget() }
    }

    /// Ends the COPY on the target's side to get its error.
    private func failureOfTarget() -> any Error {
        let told = target.lastError()
        guard PQputCopyEnd(target.connection, "the clone failed") == 1 else { return told }
        do {
            try target.flush()
            try target.finish("COPY")
        } catch {
            return error
        }
        return told
    }
}
