import BranchingCore

/// Bounds how many connections there are at once to databases that users name by URL. Each may hang for as long as its limits
/// let it, and takes a thread meanwhile.
package struct ForeignConnections: Sendable {
    private let places: Int
    /// How long a place is waited for.
    private let patience: Duration
    private let semaphore: Semaphore

    package init(places: Int, patience: Duration) {
        self.places = max(1, places)
        self.patience = patience
        semaphore = Semaphore(places: self.places)
    }

    /// Runs the body in a place.
    ///
    /// - Throws: ``BranchError/unavailable(_:)`` where none came free in time, and what the body throws.
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
