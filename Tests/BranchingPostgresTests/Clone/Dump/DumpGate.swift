import Dispatch
import Synchronization

/// Holds a dump half-way: the relay waits in `onBytes` until the gate is opened.
final class DumpGate: Sendable {
    private let (reached, isReached) = AsyncStream.makeStream(of: Void.self)
    private let opening = DispatchSemaphore(value: 0)
    private let hasStopped = Mutex(false)
    private let threshold: Int64

    /// - Parameter threshold: the length of the dump, in bytes, at which it is held.
    init(at threshold: Int64) {
        self.threshold = threshold
    }

    /// For the pipeline.
    func pass(_ bytes: Int64) {
        guard bytes >= threshold, hasStopped.withLock({ !exchange(&$0) }) else { return }
        isReached.finish()
        opening.wait()
    }

    /// Returns when the dump has reached the gate.
    func waitUntilReached() async {
        for await _ in reached {}
    }

    /// Lets the dump continue.
    func open() { opening.signal() }

    private func exchange(_ value: inout Bool) -> Bool {
        defer { value = true }
        return value
    }
}
