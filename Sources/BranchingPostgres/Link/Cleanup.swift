/// Does some work, and afterwards, whichever way it ended, what has to follow: a `defer` that may wait.
func withCleanup<Value: Sendable>(
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
