import BranchingCore
import Testing

@Suite struct BranchLifecycleTests {
    private let first = FencingToken(rawValue: 1)
    private let second = FencingToken(rawValue: 2)

    @Test func `a branch is created through its phases`() {
        var life = BranchLifecycle(createdBy: first)
        #expect(life.status == .creating)
        #expect(life.handle(.advanced(to: .copying, by: first)) == .record)
        #expect(life.phase == .copying)
        #expect(life.handle(.published(by: first)) == .record)
        #expect(life.status == .ready)
        #expect(life.phase == nil)
    }

    @Test func `a failed create has a code and no phase`() {
        var life = BranchLifecycle(createdBy: first)
        #expect(life.handle(.failed(.cloneFailed, by: first)) == .record)
        #expect(life == BranchLifecycle(status: .failed, phase: nil, failure: .cloneFailed, operation: first))
    }

    @Test(arguments: [
        BranchLifecycle.Event.advanced(to: .copying, by: FencingToken(rawValue: 1)),
        .published(by: FencingToken(rawValue: 1)), .failed(.cloneFailed, by: FencingToken(rawValue: 1)),
        .deleted(by: FencingToken(rawValue: 1)), .deletionBegan(by: FencingToken(rawValue: 1)),
        .deletionBlocked(by: FencingToken(rawValue: 1)), .ownerLost(successor: FencingToken(rawValue: 1)),
    ])
    func `an event with an older token changes nothing`(event: BranchLifecycle.Event) {
        var life = BranchLifecycle(createdBy: first)
        _ = life.handle(.deletionBegan(by: second))
        let before = life
        #expect(life.handle(event) == .stop)
        #expect(life == before)
    }

    @Test func `a create that is being deleted cannot be published, also not by the deleter`() {
        var life = BranchLifecycle(createdBy: first)
        #expect(life.handle(.deletionBegan(by: second)) == .record)
        #expect(life.handle(.published(by: second)) == .stop)
        #expect(life.handle(.deleted(by: second)) == .remove)
    }

    @Test func `a lost create is abandoned by a successor, who reports it`() {
        var life = BranchLifecycle(createdBy: first)
        #expect(life.handle(.ownerLost(successor: second)) == .abandonCreate)
        #expect(life.handle(.published(by: first)) == .stop)
        #expect(life.handle(.failed(.interrupted, by: second)) == .record)
        #expect(life.failure == .interrupted)
    }

    @Test func `a lost delete is finished by a successor`() {
        var life = BranchLifecycle(status: .ready, phase: .deleting, operation: first)
        #expect(life.handle(.ownerLost(successor: second)) == .finishDelete)
        #expect(life.handle(.deleted(by: second)) == .remove)
    }

    @Test(arguments: [BranchStatus.ready, .failed])
    func `nobody takes over a settled branch`(status: BranchStatus) {
        var life = BranchLifecycle(status: status, phase: nil, operation: first)
        #expect(life.handle(.ownerLost(successor: second)) == .stop)
    }

    @Test func `a blocked delete leaves a ready branch ready`() {
        var life = BranchLifecycle(status: .ready, phase: .deleting, operation: first)
        #expect(life.handle(.deletionBlocked(by: first)) == .record)
        #expect(life == BranchLifecycle(status: .ready, phase: nil, operation: first))
    }

    @Test func `a blocked delete of a create leaves a failed branch`() {
        var life = BranchLifecycle(createdBy: first)
        _ = life.handle(.deletionBegan(by: second))
        #expect(life.handle(.deletionBlocked(by: second)) == .record)
        #expect(life.status == .failed)
    }

    @Test func `a missing database makes a ready branch fail, and no other`() {
        var ready = BranchLifecycle(status: .ready, phase: nil, operation: first)
        #expect(ready.handle(.databaseMissing) == .record)
        #expect(ready.failure == .databaseMissing)
        var creating = BranchLifecycle(createdBy: first)
        #expect(creating.handle(.databaseMissing) == .stop)
        var deleting = BranchLifecycle(status: .ready, phase: .deleting, operation: first)
        #expect(deleting.handle(.databaseMissing) == .stop)
    }

    @Test func `a phase is there exactly while something is under way, whatever happens`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            var life = BranchLifecycle(createdBy: first)
            for _ in 0..<12 {
                let token = FencingToken(rawValue: Int64.random(in: 1...6, using: &generator))
                let events: [BranchLifecycle.Event] = [
                    .advanced(to: .copying, by: token), .published(by: token), .failed(.cloneFailed, by: token),
                    .databaseMissing, .deletionBegan(by: token), .deletionBlocked(by: token),
                    .ownerLost(successor: token), .deleted(by: token),
                ]
                let before = life
                let event = events[Int.random(in: 0..<events.count, using: &generator)]
                let action = life.handle(event)
                #expect(life.operation >= before.operation, "the token went back at \(event)")
                #expect(life.status != .creating || life.phase != nil)
                #expect((life.status == .failed) == (life.failure != nil), "after \(event) on \(before)")
                if action == .stop { #expect(life == before) }
                if action == .remove { break }
            }
        }
    }
}
