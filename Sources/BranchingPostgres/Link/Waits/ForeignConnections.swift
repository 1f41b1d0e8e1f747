import BranchingCore

/// Bounds how many connections there are at once to databases that users name by URL. Each may hang for as long as its limits
/// let it, and takes a thread meanwhile.
actor ForeignConnections {
    private let places: Int
    /// How long a place is waited for.
    private let patience: Duration
    private var taken = 0
    private var waiters: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    private var lastWaiter = 0

    init(places: Int, patience: Duration) {
        self.places = max(1, places)
        self.patience = patience
    }

    /// Runs the body in a place.
    ///
    /// - Throws: ``BranchError/unavailable(_:)`` where none came free in time, and what the body throws.
    nonisolated func run<Value: Sendable>(_ body: () async throws(BranchError) -> Value)
        async throws(BranchError) -> Value
    {
        guard await enter() else {
            throw .unavailable(
                "All \(places) connections to databases that are named by URL are busy, and none came free within \(patience.wholeSeconds) s (database.foreign_connections). Try again later."
            )
        }
        do throws(BranchError) {
            let value = try await body()
            await leave()
            return value
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async -> Bool {
        guard taken >= places else {
            taken += 1
            return true
        }
        lastWaiter += 1
        let id = lastWaiter
        let limit = Task { [weak self, patience] in
            try? await Task.sleep(for: patience)
            if !Task.isCancelled { await self?.giveUp(id) }
        }
        defer { limit.cancel() }
        return await withCheckedContinuation { waiters.append((id, $0)) }
    }

    /// Hands the place on to who waits longest.
    private func leave() {
        if waiters.isEmpty { taken -= 1 } else { waiters.removeFirst().continuation.resume(returning: true) }
    }

    private func giveUp(_ id: Int) {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
        waiters.remove(at: index).continuation.resume(returning: false)
    }
}
