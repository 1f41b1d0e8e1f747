import Synchronization

/// Lists of statements that do not depend on each other, run on several lines at once.
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
    /// - Throws: the first failure, when the others have ended.
    func run(on lines: [StreamLine]) async throws(PostgresError) {
        let failure = await withTaskGroup(of: PostgresError?.self) { group in
            for line in lines { group.addTask { await self.work(on: line) } }
            var failure: PostgresError?
            for await error in group { failure = failure ?? error }
            return failure
        }
        if let failure { throw failure }
    }

    private func work(on line: StreamLine) async -> PostgresError? {
        while let statements = left.withLock({ $0.popLast() }) {
            do throws(PostgresError) {
                try await line.onTarget { (target) throws(PostgresError) in
                    try target.use(encoding: "UTF8")
                    try target.script(statements)
                }
            } catch {
                left.withLock { $0 = [] }
                return error
            }
        }
        return nil
    }
}
