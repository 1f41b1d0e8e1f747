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
    /// - Returns: whether it will run: not once the runner has stopped.
    func enqueue(_ operation: @escaping @Sendable () async -> Void) -> Bool {
        if case .enqueued = continuation.yield(.run(operation)) { true } else { false }
    }

    /// Runs the operations handed over until the task is cancelled; then cancels them and waits for them. One that has
    /// not begun begins all the same, so that it sees the cancellation and tidies up.
    func run() async {
        await withTaskCancellationHandler {
            // A cancelled reader would lose what is still in the stream, so it is shielded and stopped by a message.
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
