package import BranchingCore

extension InMemoryBranchService {
    /// How many removals it remembers.
    package static let rememberedRemovals = 1000

    package func changes(since position: ChangePosition?) throws(BranchError) -> BranchChanges {
        changeReads += 1
        try checkAvailable()
        let remembered = removals.suffix(Self.rememberedRemovals)
        let oldest = removals.count > remembered.count ? remembered.first?.revision ?? 0 : 0
        let now = ChangePosition(log: log, revision: lastRevision + 1)
        var start: Int64?
        if let position, position.log == log, position.revision >= oldest, position.revision <= now.revision {
            start = position.revision
        }
        return BranchChanges(
            position: now, oldest: oldest, isComplete: start == nil,
            branches: records.filter { $0.revision >= start ?? 0 },
            removed: remembered.filter { $0.revision >= start ?? 0 })
    }
}

extension InMemoryBranchService {
    /// What an earlier request with the same idempotency key made.
    func made(with request: BranchRequest) throws(BranchError) -> Branch? {
        guard let key = request.idempotencyKey, let earlier = requests[key.digest] else { return nil }
        guard earlier.fingerprint == key.fingerprint else { throw .idempotencyKeyReused }
        guard let record = records.first(where: { $0.id == earlier.id }) else { throw .deleted(request.name) }
        return record
    }
}
