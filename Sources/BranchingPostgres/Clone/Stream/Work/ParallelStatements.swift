import Synchronization

/// Lists of statements that do not depend on each other, run on several targets at once.
final class ParallelStatements: Sendable {
    private let left: Mutex<[[[UInt8]]]>

    /// - Parameter lists: the longest first; each is run in order.
    init(_ lists: [[[UInt8]]]) {
        left = Mutex(lists.reversed())
    }

    /// - Parameter statements: the longest first.
    convenience init(each statements: [[UInt8]]) {
        self.init(statements.map { [$0] })
    }

    /// Runs all of them.
    ///
    /// - Throws: the first failure, after the others have ended.
    func run(on pairs: [SessionPair]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for pair in pairs { group.addTask { try await self.work(on: pair) } }
            try await group.waitForAll()
        }
    }

    private func work(on pair: SessionPair) async throws {
        while let statements = left.withLock({ $0.popLast() }) {
            do {
                try await pair.onTarget { target in
                    try target.use(encoding: "UTF8")
                    try target.script(statements)
                }
            } catch {
                left.withLock { $0 = [] }
                throw error
            }
        }
    }
}
