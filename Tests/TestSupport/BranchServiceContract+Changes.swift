import BranchingCore
import Testing

extension BranchServiceContract {
    static let changing = [
        BranchServiceContract("the changes since nowhere are all branches") { session in
            let branch = try await session.ready("all")
            let all = try await session.service.changes(since: nil)
            #expect(all.isComplete)
            #expect(all.branches.contains(branch))
        },
        BranchServiceContract("a position that nobody knows counts as none") { session in
            let known = try await session.service.changes(since: nil).position
            let others = [
                ChangePosition(log: known.log ^ 1, revision: known.revision),
                ChangePosition(log: known.log, revision: .max), ChangePosition(log: 0, revision: 0),
            ]
            for position in others {
                #expect(try await session.service.changes(since: position).isComplete, "\(position)")
            }
        },
        BranchServiceContract("a branch that is made, and becomes ready, is a change, with another revision each time")
        {
            session in
            let before = try await session.service.changes(since: nil).position
            let created = try await session.create(BranchRequest(name: try session.name("made")))
            let first = try await session.service.changes(since: before)
            #expect(!first.isComplete)
            #expect(first.branches.contains { $0.id == created.id })
            let ready = try await session.service.settled(created)
            let second = try await session.service.changes(since: first.position)
            #expect(second.branches.contains(ready) || first.branches.contains(ready))
            #expect(ready.revision > created.revision)
        },
        BranchServiceContract("a branch that is deleted is a removal") { session in
            let branch = try await session.ready("gone")
            let before = try await session.service.changes(since: nil).position
            try await session.service.delete(branch.name, force: false)
            let after = try await session.service.changes(since: before)
            #expect(!after.branches.contains { $0.id == branch.id })
            let removal = try #require(after.removed.first { $0.id == branch.id })
            #expect(removal.name == branch.name && removal.revision > branch.revision)
            let all = try await session.service.changes(since: nil)
            #expect(all.removed.contains(removal) && !all.branches.contains { $0.id == branch.id })
        },
        BranchServiceContract("whoever follows the changes ends with what there is") { session in
            let start = try await session.service.changes(since: nil)
            async let work: Void = withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...6 {
                    group.addTask {
                        let branch = try await session.ready("n\(number)")
                        if number.isMultiple(of: 2) {
                            try await session.service.delete(branch.name, force: false)
                        }
                    }
                }
                try await group.waitForAll()
            }
            var follower = Follower(start)
            for _ in 0..<40 {
                follower.take(try await session.service.changes(since: follower.position))
                try await Task.sleep(for: .milliseconds(5))
            }
            try await work
            follower.take(try await session.service.changes(since: follower.position))
            #expect(try follower.branches(of: session) == (try await session.branches()))
        },
    ]
}

/// Keeps a copy of all branches by their changes alone.
private struct Follower {
    private(set) var position: ChangePosition
    private var known: [BranchID: Branch] = [:]

    init(_ all: BranchChanges) {
        position = all.position
        take(all)
    }

    mutating func take(_ changes: BranchChanges) {
        for branch in changes.branches { known[branch.id] = branch }
        for branch in changes.removed { known[branch.id] = nil }
        position = changes.position
    }

    func branches(of session: ContractSession) throws -> Set<Branch> {
        let prefix = try session.name("n").rawValue
        return Set(known.values.filter { $0.name.rawValue.hasPrefix(prefix) })
    }
}

extension ContractSession {
    fileprivate func branches() async throws -> Set<Branch> {
        let prefix = try name("n").rawValue
        return Set(try await service.branches(status: nil).filter { $0.name.rawValue.hasPrefix(prefix) })
    }
}
