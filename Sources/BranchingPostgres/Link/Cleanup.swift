/// Does some work, and afterwards, whichever way it ended, what has to follow: a `defer` that may wait.
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

/// Runs work to its end, also where the task that waits for it was cancelled: cleaning up must not be cut short.
///
/// The task is not detached from its caller, who waits for it; it only does not inherit the cancellation.
package func shielded<Value: Sendable, Failure: Error>(
    _ work: @escaping @Sendable () async throws(Failure) -> Value
) async throws(Failure) -> Value {
    let outcome = await Task { () -> Result<Value, Failure> in
        do throws(Failure) { return .success(try await work()) } catch { return .failure(error) }
    }.value
    return try outcome.get()
}
