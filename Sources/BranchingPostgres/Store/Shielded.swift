/// Runs work to its end, also where the task that waits for it was cancelled: cleaning up must not be cut short.
///
/// The task is not detached from its caller, who waits for it; it only does not inherit the cancellation.
func shielded<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) async -> Value {
    await Task { await work() }.value
}
