/// Waits until a condition holds, and fails if it does not within the limit.
package func eventually(
    _ what: String, within limit: Duration = .seconds(30), _ condition: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < end else { throw NeverHappened(what: what, limit: limit) }
        try await Task.sleep(for: .milliseconds(20))
    }
}

/// A condition did not come true in time.
package struct NeverHappened: Error {
    package var what: String
    package var limit: Duration
}
