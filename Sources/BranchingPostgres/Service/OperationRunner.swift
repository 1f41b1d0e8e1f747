/// Runs the operations of this process until it stops.
struct OperationRunner: Sendable {
    private enum Message: Sendable {
        case run(@Sendable () async -> Void)
        case stop
    }

    private let messages: AsyncStream<Message>
    private let continuation: AsyncStream<Message>.Continuation

    init() {
        (messages, continuation) = AsyncStream.makeStream()
    }

    /// Hands over an operation.
    ///
    /// - Returns: whether it will be run. Not so once the runner has stopped.
    func enqueue(_ operation: @escaping @Sendable () async -> Void) -> Bool {
        if case .enqueued = continuation.yield(.run(operation)) { true } else { false }
    }

    /// Runs what is handed over until the task is cancelled; then cancels the operations, and waits for them. One that has
    /// not begun is begun all the same, so that it sees that it is cancelled and tidies up.
    func run() async {
        await withTaskCancellationHandler {
            // A cancelled reader would lose what is still in the stream, so the reader is shielded and told to stop.
            await shielded { await runUntilStopped() }
        } onCancel: {
            continuation.yield(.stop)
            continuation.finish()
        }
    }

    private func runUntilStopped() async {
        await withTaskGroup(of: Void.self) { group in
            for await message in messages {
                switch message {
                case .run(let operation): group.addTask(operation: operation)
                case .stop: group.cancelAll()
                }
            }
        }
    }
}
