import BranchingCore
import Testing

@testable import ayb

@Suite struct DiffTextTests {
    private static let changes = [
        SchemaChange(kind: "table", object: "shop.orders", action: .create),
        SchemaChange(
            kind: "table", object: "shop.\"bad\u{1B}[31m\nname\"", action: .drop, hazards: [Hazard(.deletesData)]),
        SchemaChange(
            kind: "column", object: "shop.customers.id", action: .alter,
            details: ["type integer -> bigint", "not null -> null"],
            hazards: [
                Hazard(
                    .tableRewrite,
                    "The whole table is written anew, and nobody can read or write it for as long as that takes.")
            ]),
    ]

    @Test func `changes are listed by kind, with what changed and what that may do`() {
        let report = DiffReport(
            from: "main", to: "b", changes: Self.changes, notes: ["The order of columns differs: shop.t."],
            unsupported: [UnsupportedObject(catalog: "pg_foo", description: "foo \u{7}of bar")])
        #expect(
            DiffText(report: report).text == #"""
                TABLE
                  create   shop.orders
                  drop     shop."bad\u{1b}[31m name"
                           ! deletes_data

                COLUMN
                  alter    shop.customers.id
                           type integer -> bigint
                           not null -> null
                           ! table_rewrite: The whole table is written anew, and nobody can read
                             or write it for as long as that takes.

                NOTES
                  The order of columns differs: shop.t.

                NOT COMPARED
                  foo \u{7}of bar (pg_foo)

                3 changes: 1 create, 1 alter, 1 drop.
                Hazards: 1 deletes_data, 1 table_rewrite.
                """#)
    }

    @Test func `no line is wider than 80 columns where its words allow it`() throws {
        let long = Array(repeating: "word", count: 60).joined(separator: " ")
        let change = SchemaChange(
            kind: "view", object: "s.v", action: .rebuild, details: [long], hazards: [Hazard(.indexGap, long)])
        let text = try #require(DiffText(report: DiffReport(from: "a", to: "b", changes: [change], notes: [long])).text)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(text.split(separator: "\n").count > 12)
    }

    @Test func `where nothing differs there is nothing to print`() {
        #expect(DiffText(report: DiffReport(from: "a", to: "b")).text == nil)
        #expect(DiffStatistics(report: DiffReport(from: "a", to: "b")).text == nil)
    }

    @Test func `statistics count by kind, with sums and hazards`() {
        #expect(
            DiffStatistics(report: DiffReport(from: "a", to: "b", changes: Self.changes)).text == """
                KIND    CREATE  ALTER  REBUILD  DROP
                table   1       0      0        1
                column  0       1      0        0
                total   1       1      0        1

                HAZARD         CHANGES
                deletes_data   1
                table_rewrite  1
                """)
    }

    @Test func `a verification says equal, or what failed and differs`() {
        var report = DiffReport(from: "a", to: "b", changes: Self.changes)
        #expect(DiffText.text(DiffVerification(), of: report) == "Verified: the SQL makes a copy of 'a' equal to 'b'.")
        report.changes = []
        #expect(DiffText.text(DiffVerification(), of: report) == "Verified: a copy of 'a' is equal to 'b'.")
        #expect(
            DiffText.text(DiffVerification(differences: ["one\ntwo", "th\u{1B}ree"]), of: report) == #"""
                NOT EQUAL: on a copy of 'a', the SQL does not lead to 'b'.
                - one
                two
                - th\u{1b}ree
                """#)
    }
}
