import Testing

/// Waits for a value, at most 10 s.
func eventually<Value>(_ value: () async throws -> Value?) async throws -> Value {
    let clock = ContinuousClock()
    let limit = clock.now + .seconds(10)
    while clock.now < limit {
        if let found = try await value() { return found }
        try await clock.sleep(for: .milliseconds(5))
    }
    return try #require(try await value(), "It did not happen within 10 s")
}
