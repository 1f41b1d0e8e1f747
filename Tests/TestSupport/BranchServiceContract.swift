package import BranchingCore
import Testing

/// What every ``BranchService`` must do, as cases that run against each of them:
///
/// ```swift
/// @Test(arguments: BranchServiceContract.all)
/// func `the service keeps the contract`(_ contract: BranchServiceContract) async throws {
///     try await contract.check(on: service)
/// }
/// ```
///
/// The service has a source that can be branched. It may have other branches, and run other cases at the same time:
/// each case uses its own names and deletes what it made.
package struct BranchServiceContract: Sendable, CustomTestStringConvertible {
    /// What is promised, as a sentence.
    package let testDescription: String
    private let body: @Sendable (ContractSession) async throws -> Void

    init(_ testDescription: String, _ body: @escaping @Sendable (ContractSession) async throws -> Void) {
        self.testDescription = testDescription
        self.body = body
    }

    /// Checks the promise.
    package func check(on service: any BranchService) async throws {
        let session = ContractSession(service: service)
        do {
            try await body(session)
        } catch {
            await session.cleanUp()
            throw error
        }
        await session.cleanUp()
    }

    /// Checks all promises, one after the other.
    package static func checkAll(on service: any BranchService) async throws {
        for contract in all { try await contract.check(on: service) }
    }

    /// Every promise.
    package static let all: [BranchServiceContract] =
        creating + naming + reading + comparing + deleting + changing + asking
}

extension BranchServiceContract {
    private static let creating = [
        BranchServiceContract("a created branch becomes ready with every field") { session in
            let request = BranchRequest(name: try session.name("a-b"))
            let created = try await session.create(request)
            #expect(created.status == .creating)
            #expect(created.id.rawValue.hasPrefix("br_"))
            let ready = try await session.service.settled(created)
            #expect(ready.status == .ready)
            #expect(ready.id == created.id)
            #expect(ready.name == request.name)
            #expect(ready.branchDatabase == request.name.databaseName)
            #expect(!ready.sourceDatabase.isEmpty)
            #expect(ready.createdAt == created.createdAt)
            #expect(ready.updatedAt >= created.updatedAt)
            #expect(ready.strategy != nil)
            #expect((ready.sizeBytes ?? 0) > 0)
            #expect(ready.progress == nil)
            #expect(ready.errorCode == nil && ready.errorMessage == nil)
            #expect(try await session.service.branch(request.name) == ready)
        },
        BranchServiceContract("a branch of a branch has that branch as its source") { session in
            let parent = try await session.ready("parent")
            let child = try await session.create(
                BranchRequest(name: try session.name("child"), source: .branch(parent.name)))
            #expect(try await session.service.settled(child).sourceDatabase == parent.branchDatabase)
        },
        BranchServiceContract("a branch of a missing branch is not found, and nothing is recorded") { session in
            let missing = try session.name("missing")
            let name = try session.name("child")
            await #expect(throws: BranchError.notFound(missing)) {
                _ = try await session.create(BranchRequest(name: name, source: .branch(missing)))
            }
            await #expect(throws: BranchError.notFound(name)) { _ = try await session.service.branch(name) }
        },
        BranchServiceContract("a plan records nothing") { session in
            let name = try session.name("planned")
            let plan = try await session.service.plan(BranchRequest(name: name))
            #expect(plan.branchDatabase == name.databaseName)
            await #expect(throws: BranchError.notFound(name)) { _ = try await session.service.branch(name) }
        },
        BranchServiceContract("a wait that is cancelled ends, and the create goes on") { session in
            let created = try await session.create(BranchRequest(name: try session.name("waited")))
            let wait = Task { try await session.service.settled(created) }
            wait.cancel()
            // It may have been ready before the cancel; what counts is that the wait ends and the branch is made.
            _ = await wait.result
            #expect(try await session.service.settled(created).status == .ready)
        },
    ]

    private static let naming = [
        BranchServiceContract("a name that is taken is refused") { session in
            let branch = try await session.ready("twice")
            await #expect(throws: BranchError.nameTaken(branch.name)) {
                _ = try await session.create(BranchRequest(name: branch.name))
            }
        },
        BranchServiceContract("a name with an underscore for a hyphen wants the same database") { session in
            let branch = try await session.ready("feature-auth")
            let other = try session.name("feature_auth")
            await #expect(throws: BranchError.databaseTaken(database: other.databaseName, by: branch.name)) {
                _ = try await session.create(BranchRequest(name: other))
            }
        },
        BranchServiceContract("two names of 63 characters that differ in the last live side by side") { session in
            let first = try await session.ready("1", padded: true)
            let second = try await session.ready("2", padded: true)
            #expect(first.name.rawValue.count == 63 && second.name.rawValue.count == 63)
            #expect(first.branchDatabase != second.branchDatabase)
        },
        BranchServiceContract("of fifty equal creates at once one wins") { session in
            let name = try session.name("race")
            let outcomes = await withTaskGroup(of: Result<Branch, any Error>.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        do { return .success(try await session.create(BranchRequest(name: name))) } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let winners = outcomes.compactMap { try? $0.get() }
            #expect(winners.count == 1)
            for case .failure(let error) in outcomes { #expect(error as? BranchError == .nameTaken(name)) }
            #expect(try await session.service.settled(try #require(winners.first)).status == .ready)
        },
    ]

    private static let reading = [
        BranchServiceContract("a missing branch is not found") { session in
            let name = try session.name("missing")
            await #expect(throws: BranchError.notFound(name)) { _ = try await session.service.branch(name) }
            await #expect(throws: BranchError.notFound(name)) { _ = try await session.service.connection(to: name) }
            await #expect(throws: BranchError.notFound(name)) {
                try await session.service.delete(name, force: false)
            }
        },
        BranchServiceContract("branches are listed oldest first, and by status") { session in
            let made = [
                try await session.ready("z"), try await session.ready("a"), try await session.ready("m"),
            ]
            let ids = made.map(\.id)
            let all = try await session.service.branches(status: nil).map(\.id).filter(ids.contains)
            #expect(all == ids)
            let ready = try await session.service.branches(status: .ready)
            #expect(ready.map(\.id).filter(ids.contains) == ids)
            #expect(ready.allSatisfy { $0.status == .ready })
            #expect(try await session.service.branches(status: .failed).allSatisfy { $0.status == .failed })
        },
        BranchServiceContract("a ready branch tells its connection") { session in
            let branch = try await session.ready("connected")
            let connection = try await session.service.connection(to: branch.name)
            #expect(connection.database == branch.branchDatabase)
            #expect(!connection.host.isEmpty && !connection.user.isEmpty)
            #expect((1...65535).contains(connection.port))
        },
        BranchServiceContract("the status says that branching works") { session in
            let status = await session.service.status()
            #expect(status.branching.configured && status.branching.available)
            #expect(status.version == AybVersion.current)
        },
    ]

    private static let deleting = [
        BranchServiceContract("a deleted branch is gone, and its name can be used again") { session in
            let first = try await session.ready("again")
            try await session.service.delete(first.name, force: false)
            await #expect(throws: BranchError.notFound(first.name)) {
                _ = try await session.service.branch(first.name)
            }
            await #expect(throws: BranchError.notFound(first.name)) {
                try await session.service.delete(first.name, force: false)
            }
            #expect(try await session.ready("again").id != first.id)
        },
        BranchServiceContract("a delete stops a create, and frees the name") { session in
            let created = try await session.create(BranchRequest(name: try session.name("stopped")))
            let wait = Task { () -> Result<Branch, BranchError> in
                do throws(BranchError) { return .success(try await session.service.settled(created)) } catch {
                    return .failure(error)
                }
            }
            try await session.service.delete(created.name, force: false)
            switch await wait.value {
            // The clone may have been faster than the delete.
            case .success(let branch): #expect(branch.id == created.id)
            case .failure(.deleted(let name)): #expect(name == created.name)
            case .failure(.failed(let branch)): #expect(branch.id == created.id)
            case .failure(let error): Issue.record("The wait ended with \(error)")
            }
            await #expect(throws: BranchError.notFound(created.name)) {
                _ = try await session.service.branch(created.name)
            }
            #expect(try await session.ready("stopped").id != created.id)
        },
    ]
}

/// One running case: makes names that no other case uses, and deletes their branches.
struct ContractSession: Sendable {
    let service: any BranchService
    /// Makes the names unique to this case.
    let prefix = "t" + String(UInt64.random(in: .min ... .max), radix: 36)

    init(service: any BranchService) {
        self.service = service
    }

    /// A name of this case.
    func name(_ text: String, padded: Bool = false) throws -> BranchName {
        let padding = padded ? BranchName.maximumLength - prefix.count - text.count - 1 : 0
        return try BranchName(prefix + "-" + String(repeating: "x", count: padding) + text)
    }

    func create(_ request: BranchRequest) async throws -> Branch {
        try await service.create(request)
    }

    /// A branch that is ready.
    func ready(_ text: String, padded: Bool = false) async throws -> Branch {
        try await service.settled(try await create(BranchRequest(name: try name(text, padded: padded))))
    }

    /// Deletes every branch of this case.
    func cleanUp() async {
        let mine = ((try? await service.branches(status: nil)) ?? []).filter {
            $0.name.rawValue.hasPrefix(prefix + "-")
        }
        for branch in mine { try? await service.delete(branch.name, force: true) }
    }
}
