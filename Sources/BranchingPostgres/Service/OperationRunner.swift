/// Runs operations in the order they came, a few at the same time.
struct OperationRunner: Sendable {
    private enum Message: Sendable {
        case run(@Sendable () async -> Void)
        case stop
    }

    private let limit: Int
    private let messages: AsyncStream<Message>
    private let continuation: AsyncStream<Message>.Continuation

    init(limit: Int) {
        self.limit = limit
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
        let gate = OperationGate(places: limit)
        await withTaskGroup(of: Void.self) { group in
            for await message in messages {
                switch message {
                case .run(let operation): group.addTask { await gate.pass(operation) }
                case .stop: group.cancelAll()
                }
            }
        }
    }
}
