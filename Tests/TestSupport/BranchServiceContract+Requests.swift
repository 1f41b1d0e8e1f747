import BranchingCore
import Testing

extension BranchServiceContract {
    static let asking = paging + repeating + conditions

    private static let paging = [
        BranchServiceContract("pages, one after the other, have every branch once") { session in
            let made = [
                try await session.ready("one"), try await session.ready("two"), try await session.ready("three"),
            ]
            var filter = BranchFilter(limit: 2)
            var seen: [BranchID] = []
            while true {
                let page = try await session.service.branches(filter)
                #expect(page.count <= 2)
                seen += page.map(\.id)
                guard page.count == 2, let last = page.last else { break }
                let place: BranchCursor = try #require(BranchCursor(BranchCursor(last).description))
                filter.after = place
            }
            #expect(seen.filter(made.map(\.id).contains) == made.map(\.id))
            // The place of a branch stays when the branch goes.
            try await session.service.delete(made[1].name, force: false)
            let rest = try await session.service.branches(BranchFilter(after: BranchCursor(made[1])))
            #expect(rest.first?.id == made[2].id)
        },
        BranchServiceContract("branches are listed by owner") { session in
            let owner = BranchOwner(id: "key_\(session.prefix)", maxBranches: nil)
            let name = try session.name("mine")
            let mine = try await session.service.settled(
                try await session.create(BranchRequest(name: name, owner: owner)))
            let other = try await session.ready("other")
            #expect(try await session.service.branches(BranchFilter(owner: owner.id)) == [mine])
            let roots = try await session.service.branches(BranchFilter(owner: BranchFilter.root))
            #expect(roots.contains(other) && !roots.contains(mine))
        },
        BranchServiceContract("the counts are those of the list") { session in
            _ = try await session.ready("counted")
            for (status, count) in try await session.service.counts() {
                #expect(try await session.service.branches(status: status).count == count)
            }
        },
    ]

    private static let repeating = [
        BranchServiceContract("a request that comes again makes nothing, and returns what it made") { session in
            let request = BranchRequest(
                name: try session.name("again"), idempotencyKey: session.idempotencyKey("1", asking: "a"))
            let first = try await session.create(request)
            #expect(try await session.create(request).id == first.id)
            _ = try await session.service.settled(first)
            #expect(try await session.create(request).id == first.id)
            // Without the key, or with another, it is a request for a name that is taken.
            for key in [nil, session.idempotencyKey("2", asking: "a")] {
                await #expect(throws: BranchError.nameTaken(request.name)) {
                    _ = try await session.create(BranchRequest(name: request.name, idempotencyKey: key))
                }
            }
            try await session.service.delete(request.name, force: false)
            await #expect(throws: BranchError.deleted(request.name)) { _ = try await session.create(request) }
        },
        BranchServiceContract("a key that comes with something else is refused") { session in
            let name = try session.name("first")
            _ = try await session.create(
                BranchRequest(name: name, idempotencyKey: session.idempotencyKey("1", asking: "a")))
            let other = try session.name("second")
            await #expect(throws: BranchError.idempotencyKeyReused) {
                _ = try await session.create(
                    BranchRequest(name: other, idempotencyKey: session.idempotencyKey("1", asking: "b")))
            }
            await #expect(throws: BranchError.notFound(other)) { _ = try await session.service.branch(other) }
        },
        BranchServiceContract("a request that is refused may come again") { session in
            let taken = try await session.ready("taken")
            let request = BranchRequest(
                name: taken.name, idempotencyKey: session.idempotencyKey("1", asking: "a"))
            await #expect(throws: BranchError.nameTaken(taken.name)) { _ = try await session.create(request) }
            try await session.service.delete(taken.name, force: false)
            #expect(try await session.create(request).id != taken.id)
        },
        BranchServiceContract("of twenty equal requests at once one makes a branch, and all return it") { session in
            let request = BranchRequest(
                name: try session.name("race"), idempotencyKey: session.idempotencyKey("1", asking: "a"))
            let ids = try await withThrowingTaskGroup(of: BranchID.self) { group in
                for _ in 0..<20 { group.addTask { try await session.create(request).id } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
        },
    ]

    private static let conditions = [
        BranchServiceContract("only the version that is asked for is deleted") { session in
            let branch = try await session.ready("version")
            let old = BranchVersion(id: branch.id, revision: branch.revision - 1)
            for versions in [[], [old]] {
                await #expect(throws: BranchError.changed(branch.name)) {
                    try await session.service.delete(branch.name, force: true, matching: versions)
                }
            }
            #expect(try await session.service.branch(branch.name) == branch)
            try await session.service.delete(branch.name, force: false, matching: [old, branch.version])
            await #expect(throws: BranchError.notFound(branch.name)) {
                try await session.service.delete(branch.name, force: true, matching: [branch.version])
            }
        }
    ]
}

extension ContractSession {
    /// A key that no other case uses.
    fileprivate func idempotencyKey(_ key: String, asking fingerprint: String) -> IdempotencyKey {
        IdempotencyKey(actor: "root", digest: "\(prefix) \(key)", fingerprint: fingerprint)
    }
}
