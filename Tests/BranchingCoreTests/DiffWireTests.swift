import BranchingCore
import FoundationEssentials
import Testing

@Suite struct DiffWireTests {
    private func body(_ json: String) throws -> DiffBody {
        try APICoder.decoder().decode(DiffBody.self, from: Data(json.utf8))
    }

    @Test func `a body asks for what its members say`() throws {
        let body = try body(
            #"{"from":"main","to":"postgresql://u:p@h/d","schemas":["a","b"],"exclude":["c"],"ignore":["owner","column-order"],"renames":{"a.x":"a.y"},"online":true,"strict":true,"verify":true}"#
        )
        #expect(
            try body.request()
                == DiffRequest(
                    from: .main, to: .database(Secret("postgresql://u:p@h/d")),
                    options: DiffOptions(
                        schemas: ["a", "b"], excludedSchemas: ["c"], ignored: [.owner, .columnOrder],
                        renames: ["a.x": "a.y"], migration: MigrationOptions(isOnline: true)),
                    isStrict: true, verifies: true))
    }

    @Test func `everything but the two databases has a default`() throws {
        let request = try body(#"{"from":"a","to":"main"}"#).request()
        #expect(request == DiffRequest(from: .branch(try BranchName("a")), to: .main))
        #expect(!request.isStrict && !request.verifies && !request.options.migration.isOnline)
    }

    @Test func `members that are not known are refused by name`() throws {
        let error = try #require(throws: UnknownMemberError.self) {
            try body(#"{"from":"a","to":"b","ignored":[],"Strict":true}"#)
        }
        #expect(error.members == ["Strict", "ignored"])
        #expect(error.allowed.count == 9)
    }

    @Test(arguments: [
        #"{"from":"a","to":"b","ignore":["owners"]}"#, #"{"from":"a","to":"b","schemas":[""]}"#,
        #"{"from":"a","to":"b","exclude":[""]}"#, #"{"from":"a","to":"b","renames":{"a":""}}"#,
        #"{"from":"a","to":"b","renames":{"a":"a"}}"#,
    ])
    func `values that do not fit are refused`(json: String) throws {
        let error = try #require(throws: BranchError.self) { try body(json).request() }
        guard case .invalidRequest = error else {
            Issue.record("It was \(error)")
            return
        }
    }

    @Test(arguments: ["from", "to"])
    func `an operand that is none is named, and not repeated`(member: String) throws {
        let json = #"{"from":"main","to":"main"}"#.replacing(
            "\"\(member)\":\"main\"", with: "\"\(member)\":\"S3cret!\"")
        let error = try #require(throws: BranchError.self) { try body(json).request() }
        #expect(error.description.contains("'\(member)'"))
        #expect(!error.description.contains("S3cret!"))
    }

    @Test func `a body does not show its connection strings, and sends them`() throws {
        let body = DiffBody(from: Secret("postgresql://u:hunter2@h/d"), to: Secret("main"), verify: true)
        #expect(!"\(body)".contains("hunter2"))
        #expect(
            String(decoding: try APICoder.encoder().encode(body), as: UTF8.self)
                == #"{"from":"postgresql://u:hunter2@h/d","to":"main","verify":true}"#)
    }

    @Test func `a report has its members in a stable order, and none for what does not apply`() throws {
        let change = SchemaChange(
            kind: "column", object: "s.t.c", action: .alter, details: ["type integer -> bigint"],
            hazards: [Hazard(.tableRewrite, "All of it."), Hazard(.tableRewrite, "Again.")])
        let report = DiffReport(from: "main", to: "b", changes: [change], sql: "SELECT 1;\n")
        let json = String(decoding: try APICoder.encoder().encode(report), as: UTF8.self)
        #expect(
            json
                == #"{"changes":[{"action":"alter","details":["type integer -> bigint"],"hazards":[{"kind":"table_rewrite","message":"All of it."},{"kind":"table_rewrite","message":"Again."}],"kind":"column","object":"s.t.c"}],"from":"main","notes":[],"sql":"SELECT 1;\n","summary":{"alter":1,"create":0,"drop":0,"hazards":{"table_rewrite":1},"rebuild":0},"to":"b","unsupported":[]}"#
        )
    }

    @Test func `a report survives the wire`() throws {
        let report = DiffReport(
            from: "main", to: "b",
            changes: SchemaChange.Action.allCases.map { SchemaChange(kind: "table", object: "t", action: $0) },
            notes: ["n"], unsupported: [UnsupportedObject(catalog: "pg_x", description: "x y")], sql: "S",
            verification: DiffVerification(differences: ["d"]))
        let copy = try APICoder.decoder().decode(DiffReport.self, from: APICoder.encoder().encode(report))
        #expect(copy == report)
        #expect(copy.verification?.equal == false)
        #expect([copy.summary.create, copy.summary.alter, copy.summary.rebuild, copy.summary.drop] == [1, 1, 1, 1])
    }
}
