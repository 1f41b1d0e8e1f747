import BranchingCore
import Synchronization

/// Runs a dump, and tells the branch's record meanwhile how far it is.
struct DumpProgress: Sendable {
    let session: OperationSession
    let total: Int64

    private final class Counter: Sendable {
        let bytes = Atomic<Int64>(0)
    }

    /// - Throws: ``OperationError/fenced`` as soon as another operation has the branch; then the dump is ended.
    func follow(_ pipeline: DumpPipeline) async throws(OperationError) -> DumpSummary {
        let counter = Counter()
        var pipeline = pipeline
        pipeline.onBytes = { counter.bytes.store($0, ordering: .relaxed) }
        let result = await withTaskGroup(of: Result<DumpSummary, OperationError>?.self) { [pipeline] group in
            group.addTask { await Self.outcome(of: pipeline) }
            group.addTask { await report(counter) }
            var result: Result<DumpSummary, OperationError>?
            for await outcome in group {
                // The first to end decides; the other is cancelled and waited for.
                if result == nil, let outcome { result = outcome }
                group.cancelAll()
            }
            return result ?? .failure(.interrupted)
        }
        return try result.get()
    }

    private static func outcome(of pipeline: DumpPipeline) async -> Result<DumpSummary, OperationError> {
        do throws(DumpError) {
            return .success(try await pipeline.run())
        } catch {
            return .failure(error == .cancelled ? .interrupted : .failed(.cloneFailed, error.description))
        }
    }

    /// - Returns: what is wrong with the record; nil where the task was cancelled, because the dump is done.
    private func report(_ counter: Counter) async -> Result<DumpSummary, OperationError>? {
        var reported: Int64 = 0
        while true {
            do { try await Task.sleep(for: .milliseconds(300)) } catch { return nil }
            let bytes = counter.bytes.load(ordering: .relaxed)
            guard bytes != reported else { continue }
            reported = bytes
            // Shielded: the session is needed for what comes after the dump.
            let outcome = await shielded { [session, total] () -> Result<Void, OperationError> in
                do throws(OperationError) {
                    return .success(try await session.report(bytesDone: bytes, bytesTotal: max(total, bytes)))
                } catch {
                    return .failure(error)
                }
            }
            if case .failure(let error) = outcome { return .failure(error) }
        }
    }
}
