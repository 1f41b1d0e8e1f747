import BranchingCore

/// Limits how many connections exist at once to databases that users name by URL. Each may hang for as long as its
/// limits allow, and holds a thread.
package struct ForeignConnections: Sendable {
    private let places: Int
    /// How long to wait for a place.
    private let patience: Duration
    private let semaphore: Semaphore

    package init(places: Int, patience: Duration) {
        self.places = max(1, places)
        self.patience = patience
        semaphore = Semaphore(places: self.places)
    }

    /// Runs the body in a place.
    ///
    /// - Throws: ``BranchError/unavailable(_:)`` if none came free in time, and what the body throws.
    package func run<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        guard await semaphore.acquire(within: patience) else {
            throw BranchError.unavailable(
                "All \(places) connections to databases that are named by URL are busy, and none came free within \(patience.wholeSeconds) s (database.foreign_connections). Try again later."
            )
        }
        return try await withCleanup(body) {
            await semaphore.release()
        }
    }
}
