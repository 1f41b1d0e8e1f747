/// Lets a few operations through at the same time; the others wait in order.
actor OperationGate {
    private var free: Int
    private var waiters: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        free = places
    }

    /// Waits for a place, runs the operation, and gives the place on.
    func pass(_ operation: @Sendable () async -> Void) async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiters.append($0) }
        }
        await operation()
        if waiters.isEmpty {
            free += 1
        } else {
            waiters.removeFirst().resume()
        }
    }
}
