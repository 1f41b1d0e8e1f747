import Dispatch
import DumpText
import Glibc
import PostgresTools
import Synchronization
import SystemPackage

/// Carries a dump from pg_dump to psql, counts and screens it; in constant memory.
///
/// It waits on its own thread and not in the cooperative pool. Both pipes lead through this process: when it dies,
/// psql sees the end of its input and pg_dump, at its next write, a broken pipe, so both end by themselves.
final class DumpRelay: Sendable {
    /// The outcome of a relay.
    struct Outcome: Sendable {
        var end: RelayEnd
        var bytes: Int64
        var leftOut: RoleFilterReport
    }

    private static let blockSize = 256 * 1024

    private let input: OwnedDescriptor
    private let output: OwnedDescriptor
    /// Closing its write end wakes the relay wherever it waits.
    private let wake: ProcessPipe
    private let screen: DumpScreen
    private let onBytes: @Sendable (Int64) -> Void
    private let queue = DispatchQueue(label: "ayb.dump-relay")
    private let sawSourceEnd = Atomic(false)

    /// - Parameter onBytes: is called with the length of the dump so far, on the relay's thread.
    init(
        from input: OwnedDescriptor, to output: OwnedDescriptor, screen: DumpScreen,
        onBytes: @escaping @Sendable (Int64) -> Void
    ) throws(ToolError) {
        wake = try ProcessPipe()
        try ProcessPipe.makeNonBlocking(input)
        try ProcessPipe.makeNonBlocking(output)
        self.input = input
        self.output = output
        self.screen = screen
        self.onBytes = onBytes
    }

    /// Whether pg_dump closed its output; true before psql can see the end of its input.
    var sourceHasEnded: Bool { sawSourceEnd.load(ordering: .acquiring) }

    /// Ends the relay soon; may be called at any time, from anywhere, repeatedly.
    func stop() { wake.writeEnd.close() }

    /// Runs until either side ends, and closes both of its ends of the pipes.
    func run() async -> Outcome {
        await withCheckedContinuation { continuation in
            queue.async {
                let outcome = BrokenPipeSignal.held { self.carry() }
                self.input.close()
                self.output.close()
                continuation.resume(returning: outcome)
            }
        }
    }

    private func carry() -> Outcome {
        var outcome = Outcome(end: .stopped, bytes: 0, leftOut: RoleFilterReport())
        var screen = screen
        do throws(Interruption) {
            let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
            defer { block.deallocate() }
            var filtered: [UInt8] = []
            while case let count = try fill(block), count > 0 {
                outcome.bytes += Int64(count)
                let chunk = UnsafeRawBufferPointer(rebasing: block[..<count])
                try write(chunk, through: &screen, &filtered)
                onBytes(outcome.bytes)
            }
            filtered.removeAll(keepingCapacity: true)
            do { try screen.finish(into: &filtered) } catch {
                throw Interruption(end: .refused(error))
            }
            try writeAll(filtered)
            outcome.end = .sourceEnded
        } catch {
            outcome.end = error.end
        }
        outcome.leftOut = screen.report
        return outcome
    }

    private func write(
        _ chunk: UnsafeRawBufferPointer, through screen: inout DumpScreen, _ screened: inout [UInt8]
    ) throws(Interruption) {
        screened.removeAll(keepingCapacity: true)
        do {
            try screen.pass(chunk, into: &screened)
        } catch {
            throw Interruption(end: .refused(error))
        }
        try writeAll(screened)
    }
}

// MARK: - Reading and writing

extension DumpRelay {
    private struct Interruption: Error {
        var end: RelayEnd
    }

    /// Reads what is there, up to a block, and waits only for the first byte; 0 at the end.
    ///
    /// pg_dump writes 4 KiB at a time: a block of many pieces wakes psql once instead of for each.
    private func fill(_ block: UnsafeMutableRawBufferPointer) throws(Interruption) -> Int {
        var count = 0
        while count < block.count {
            do {
                let read = try input.descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: block[count...]))
                count += read
                guard read == 0 else { continue }
                if count == 0 { sawSourceEnd.store(true, ordering: .releasing) }
                return count
            } catch Errno.wouldBlock {
                if count > 0 { return count }
                try wait(for: input, POLLIN)
            } catch {
                throw Interruption(end: .failed("reading from pg_dump: \(error)"))
            }
        }
        return count
    }

    private func writeAll(_ bytes: [UInt8]) throws(Interruption) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(Interruption) in try write(buffer) }
        }
        try result.get()
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(Interruption) {
        var rest = bytes[...]
        while !rest.isEmpty {
            do {
                rest = rest.dropFirst(try output.descriptor.write(UnsafeRawBufferPointer(rebasing: rest)))
            } catch Errno.wouldBlock {
                try wait(for: output, POLLOUT)
            } catch Errno.brokenPipe {
                throw Interruption(end: .targetClosed)
            } catch {
                throw Interruption(end: .failed("writing to psql: \(error)"))
            }
        }
    }

    /// Waits until a pipe is ready or ``stop()`` is called.
    private func wait(for end: OwnedDescriptor, _ event: CInt) throws(Interruption) {
        var polled = [
            pollfd(fd: end.descriptor.rawValue, events: Int16(event), revents: 0),
            pollfd(fd: wake.readEnd.descriptor.rawValue, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&polled, nfds_t(polled.count), -1) < 0 {
            guard errno == EINTR || errno == EAGAIN else {
                throw Interruption(end: .failed("waiting for a pipe: \(Errno(rawValue: errno))"))
            }
        }
        if polled[1].revents != 0 { throw Interruption(end: .stopped) }
    }
}

/// Why a ``DumpRelay`` ended.
enum RelayEnd: Sendable, Hashable {
    /// pg_dump closed its output, and psql has everything.
    case sourceEnded
    /// psql no longer reads.
    case targetClosed
    /// It was stopped.
    case stopped
    /// The dump must not be restored; the reason.
    case refused(DumpRefusal)
    /// Reading or writing failed; the reason.
    case failed(String)
}
