/// A counting semaphore for tasks: whoever waits gets a place in the order they came, or none once the time is over.
actor Semaphore {
    private var free: Int
    /// Each hears whether it has a place, or was not in time.
    private var waiters: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    private var lastWaiter = 0

    init(places: Int) {
        free = places
    }

    /// Takes a place.
    ///
    /// - Parameter limit: how long one is waited for.
    /// - Returns: false if none came free in time.
    func acquire(within limit: Duration) async -> Bool {
        guard free == 0 else {
            free -= 1
            return true
        }
        lastWaiter += 1
        let id = lastWaiter
        let timeout = Task { [weak self] in
            try? await Task.sleep(for: limit)
            if !Task.isCancelled { await self?.giveUp(id) }
        }
        defer { timeout.cancel() }
        return await withCheckedContinuation { waiters.append((id, $0)) }
    }

    /// Hands a place on to whoever waits longest.
    func release() {
        if waiters.isEmpty { free += 1 } else { waiters.removeFirst().continuation.resume(returning: true) }
    }

    private func giveUp(_ id: Int) {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
        waiters.remove(at: index).continuation.resume(returning: false)
    }
}
