import BranchingCore
import Testing

@testable import BranchingPostgres

@Suite struct CopyDivisionTests {
    private static let megabyte: Int64 = 1 << 20

    private func table(_ oid: Int64, megabytes: Double) -> StreamTable {
        let bytes = Int64(megabytes * Double(Self.megabyte))
        return StreamTable(
            oid: oid, schema: "s", name: "t\(oid)", columns: ["a"], bytes: bytes, blocks: (bytes + 8191) / 8192,
            isBinary: true, isHeld: true, condition: nil, belongsToExtension: false,
            destination: .init(schema: "s", name: "t\(oid)"))
    }

    @Test func `small tables go together, and one without rows does not go at all`() {
        let tables = (1...100).map { table($0, megabytes: 0.01) } + [table(101, megabytes: 0)]
        let units = CopyDivision(workers: 2, canSplit: true).units(tables)
        #expect(units.map(\.tables.count) == [40, 40, 20])
        #expect(units.allSatisfy { !$0.isFrozen })
    }

    @Test func `a table with expressions is read as a whole, which plans no query`() {
        var large = table(1, megabytes: 1000)
        large.hasExpressions = true
        let units = CopyDivision(workers: 4, canSplit: true).units([large, table(2, megabytes: 10)])
        #expect(units.filter { $0.tables == [large] }.map(\.blocks) == [nil])
    }

    @Test func `a table that its owner can give expressions meanwhile is read as a whole`() {
        var large = table(1, megabytes: 1000)
        large.isHeld = false
        let division = CopyDivision(workers: 4, canSplit: true)
        #expect(division.tablesToHold([large, table(2, megabytes: 10)]) == [large])
        #expect(
            division.units([large, table(2, megabytes: 10)]).filter { $0.tables == [large] }.map(\.blocks) == [nil])
        large.hasExpressions = true
        #expect(division.tablesToHold([large]).isEmpty, "it is read as a whole anyway")
    }

    @Test func `a table that would keep one worker busy alone is read in ranges that leave nothing out`() {
        let large = table(1, megabytes: 1000)
        let units = CopyDivision(workers: 4, canSplit: true).units([large, table(2, megabytes: 10)])
        let ranges = units.filter { $0.tables == [large] }.compactMap(\.blocks)
        #expect(ranges.count > 1)
        #expect(ranges.first?.lowerBound == 0)
        #expect(ranges.last?.upperBound == large.blocks)
        #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(units.filter(\.isLast).count == 2)
        #expect(units.last { $0.tables == [large] }?.isLast == true)
    }

    @Test(arguments: [1, 2, 64]) func `sizes that no server should tell are divided too`(_ workers: Int) {
        let sizes: [(bytes: Int64, blocks: Int64)] = [
            (.max, .max), (.max, 1), (.max, .max), (1, .max), (.max - 1, .max - 1), (1 << 21, 3),
        ]
        let tables = sizes.enumerated().map { index, size in
            var table = table(Int64(index), megabytes: 0)
            (table.bytes, table.blocks) = size
            return table
        }
        let units = CopyDivision(workers: workers, canSplit: true).units(tables)
        for table in tables {
            let ranges = units.filter { $0.tables.contains(table) }.compactMap(\.blocks)
            guard let first = ranges.first, let last = ranges.last else { continue }
            #expect(first.lowerBound == 0 && last.upperBound == table.blocks)
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        }
        let meter = CloneMeter()
        meter.begin(bytes: .max, tables: tables.count, indexes: 0, indexWork: 0)
        for unit in units {
            let gauge = CopyGauge(expected: unit.bytes)
            meter.began(gauge)
            _ = meter.progress()
            meter.ended(gauge, tables: 1)
        }
        #expect(meter.progress().bytesDone <= .max)
    }

    @Test func `nothing is split for one worker, or where a range is not found without reading all`() {
        let large = table(1, megabytes: 1000)
        #expect(CopyDivision(workers: 1, canSplit: true).units([large]).count == 1)
        #expect(CopyDivision(workers: 4, canSplit: false).units([large]).count == 1)
        #expect(CopyDivision(workers: 1, canSplit: true).units([large]).first?.isFrozen == true)
    }

    @Test func `the statements of a range lock, read and write what they say`() {
        var unit = CopyUnit(tables: [table(1, megabytes: 500)], blocks: 10..<20, isLast: false, bytes: 1)
        #expect(
            unit.reading(locking: true)
                == #"LOCK TABLE ONLY "s"."t1" IN ACCESS SHARE MODE NOWAIT; COPY (SELECT "a" FROM ONLY "s"."t1" WHERE ctid >= '(10,0)'::pg_catalog.tid AND ctid < '(20,0)'::pg_catalog.tid) TO STDOUT (FORMAT binary)"#
        )
        unit.isLast = true
        #expect(!unit.reading(locking: false).contains("ctid <"))
        unit.blocks = nil
        #expect(
            unit.writing
                == #"BEGIN; TRUNCATE ONLY "s"."t1"; COPY "s"."t1" ("a") FROM STDIN (FORMAT binary, FREEZE); COMMIT"#)
    }

    @Test(arguments: [
        ("plain", #""plain""#), (#"a"b\c"#, #""a""b\c""#), ("größe", #"U&"gr\+0000f6\+0000dfe""#),
        (#"ü\"x"#, #"U&"\+0000fc\\""x""#), ("🙂", #"U&"\+01f642""#),
    ])
    func `a name is written in ASCII, so that it means the same in every encoding`(name: String, sql: String) {
        #expect(CopyStatement.name(name) == sql)
    }
}
