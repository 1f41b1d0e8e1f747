/// A counting semaphore for tasks: waiters get places in order of arrival, or none once their time is over.
actor Semaphore {
    private var free: Int
    /// Each learns whether it has a place or was too late.
    private var waiters: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    private var lastWaiter = 0

    init(places: Int) {
        free = places
    }

    /// Takes a place.
    ///
    /// - Parameter limit: how long to wait for one.
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

    /// Hands a place on to the longest waiter.
    func release() {
        if waiters.isEmpty { free += 1 } else { waiters.removeFirst().continuation.resume(returning: true) }
    }

    private func giveUp(_ id: Int) {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
        waiters.remove(at: index).continuation.resume(returning: false)
    }
}
