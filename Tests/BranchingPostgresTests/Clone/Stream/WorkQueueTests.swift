import DumpText
import Testing

@testable import BranchingPostgres

@Suite struct WorkQueueTests {
    private func unit(_ oid: Int64, megabytes: Int64, blocks: Range<Int64>? = nil) -> CopyUnit {
        let bytes = megabytes << 20
        let table = StreamTable(
            oid: oid, schema: "s", name: "t\(oid)", columns: ["a"], bytes: bytes, blocks: bytes / 8192, isBinary: true,
            condition: nil, belongsToExtension: false, destination: .init(schema: "s", name: "t\(oid)"))
        return CopyUnit(tables: [table], blocks: blocks, bytes: bytes)
    }

    private func indexes(of table: Int64, count: Int) throws -> [PostData.TableName: [IndexStatement]] {
        let sql = (1...count).map { "CREATE INDEX \"i\($0)\" ON \"s\".\"t\(table)\" USING \"btree\" (\"a\");\n" }
        return try PostData(
            SchemaText(text: sql.joined()), tables: [.init(schema: "s", name: "t\(table)")],
            filter: DumpFilter(roles: nil)
        ).indexes
    }

    private func copied(_ work: StreamWork?) throws -> Int64 {
        guard case .copy(let unit)? = work else { throw UnexpectedWork(work: work) }
        return try #require(unit.tables.first).oid
    }

    private struct UnexpectedWork: Error {
        let work: StreamWork?
    }

    @Test func `what has the most to come after it goes first`() async throws {
        let queue = WorkQueue(
            [unit(1, megabytes: 5), unit(2, megabytes: 20), unit(3, megabytes: 10)],
            indexes: try indexes(of: 1, count: 1000))
        #expect(try copied(await queue.next()) == 1)
        #expect(try copied(await queue.next()) == 2)
        #expect(try copied(await queue.next()) == 3)
    }

    @Test func `indexes wait for the last rows of their table, and then nothing is left`() async throws {
        let pieces = [unit(1, megabytes: 5, blocks: 0..<9), unit(1, megabytes: 5, blocks: 9..<640)]
        let queue = WorkQueue(pieces, indexes: try indexes(of: 1, count: 2))
        let (first, second) = (try #require(await queue.next()), try #require(await queue.next()))
        #expect(await queue.finished(first) == 0)
        async let waiting = queue.next()
        #expect(await queue.finished(second) == 1)
        await queue.rowsAreCopied()
        let third = try #require(await waiting)
        let fourth = try #require(await queue.next())
        for work in [third, fourth] {
            guard case .index = work else { throw UnexpectedWork(work: work) }
            await queue.finished(work)
        }
        #expect(await queue.next() == nil)
    }

    @Test func `nobody waits in a queue that was stopped`() async throws {
        let queue = WorkQueue([unit(1, megabytes: 5)], indexes: [:])
        _ = await queue.next()
        async let waiting = queue.next()
        await queue.stop()
        #expect(await waiting == nil)
        #expect(await queue.next() == nil)
        await queue.rowsAreCopied()
    }
}
