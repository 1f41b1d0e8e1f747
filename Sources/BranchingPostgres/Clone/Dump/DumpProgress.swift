import BranchingCore
import PostgresTools
import Synchronization

/// Runs a dump, and updates the branch's record with its progress.
struct DumpProgress: Sendable {
    let session: OperationSession
    let total: Int64
    /// Watch the servers meanwhile.
    let watches: [ReachabilityWatch]
    /// How long it may take.
    let limit: Duration

    private final class Counter: Sendable {
        let bytes = Atomic<Int64>(0)
    }

    /// - Throws: ``OperationError/fenced`` as soon as another operation has the branch; the dump is ended then.
    func follow(_ pipeline: DumpPipeline) async throws -> DumpSummary {
        let counter = Counter()
        var pipeline = pipeline
        pipeline.onBytes = { counter.bytes.store($0, ordering: .relaxed) }
        let report = ProgressReport(session: session) { [total] in
            let bytes = counter.bytes.load(ordering: .relaxed)
            return BranchProgress(phase: .copying, bytesDone: bytes, bytesTotal: max(total, bytes))
        }
        return try await report.during { [pipeline, watches, limit] in
            try await ReachabilityWatch.watching(watches, within: limit) { try await pipeline.run() }
        }
    }
}
