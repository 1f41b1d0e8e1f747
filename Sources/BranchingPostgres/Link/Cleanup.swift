/// Does some work, then the cleanup, however the work ended: a `defer` that may await.
package func withCleanup<Value: Sendable>(
    _ work: () async throws -> Value, cleanup: () async -> Void
) async throws -> Value {
    do {
        let value = try await work()
        await cleanup()
        return value
    } catch {
        await cleanup()
        throw error
    }
}

/// Runs work to its end even if the waiting task is cancelled: cleanup must not be cut short.
///
/// The caller still waits for the task, which just does not inherit the cancellation.
package func shielded<Value: Sendable, Failure: Error>(
    _ work: @escaping @Sendable () async throws(Failure) -> Value
) async throws(Failure) -> Value {
    let outcome = await Task { () -> Result<Value, Failure> in
        do throws(Failure) { return .success(try await work()) } catch { return .failure(error) }
    }.value
    return try outcome.get()
}
