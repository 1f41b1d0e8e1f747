import BranchingCore
import FoundationEssentials
import Testing

@Suite struct WireTests {
    private func branch() throws -> Branch {
        Branch(
            id: BranchID(rawValue: "br_1"), name: try BranchName("a-b"), sourceDatabase: "app",
            branchDatabase: "ayb_branch_a_b", status: .ready, createdAt: Date(timeIntervalSince1970: 1_700_000_000.25),
            updatedAt: Date(timeIntervalSince1970: 1_700_000_001))
    }

    @Test func `a record has no member for what does not apply`() throws {
        let json = String(decoding: try APICoder.encoder().encode(branch()), as: UTF8.self)
        #expect(
            json
                == #"{"branch_database":"ayb_branch_a_b","created_at":"2023-11-14T22:13:20.250Z","id":"br_1","name":"a-b","source_database":"app","status":"ready","updated_at":"2023-11-14T22:13:21.000Z"}"#
        )
    }

    @Test func `a record survives the wire`() throws {
        var branch = try branch()
        branch.progress = BranchProgress(phase: .copying, bytesDone: 1, bytesTotal: 4)
        branch.strategy = .template
        branch.errorCode = .interrupted
        let copy = try APICoder.decoder().decode(Branch.self, from: APICoder.encoder().encode(branch))
        #expect(copy == branch)
        #expect(copy.progress?.fraction == 0.25)
    }

    @Test func `a date without a fraction is read too`() throws {
        let text = #"["2023-11-14T22:13:21Z"]"#
        let dates = try APICoder.decoder().decode([Date].self, from: Data(text.utf8))
        #expect(dates == [Date(timeIntervalSince1970: 1_700_000_001)])
    }

    @Test func `an unknown member of a create is refused by name`() throws {
        let text = #"{"name":"a","form":"main","z":1}"#
        let error = #expect(throws: UnknownMemberError.self) {
            try APICoder.decoder().decode(CreateBranchBody.self, from: Data(text.utf8))
        }
        #expect(error?.members == ["form", "z"])
    }

    @Test(arguments: [
        (CreateBranchBody(name: "a", strategy: "copy"), ProblemCode.invalidRequest),
        (CreateBranchBody(name: "a", strategy: "template", schemaOnly: true), .invalidRequest),
        (CreateBranchBody(name: "a", strategy: "dump", disconnectSource: true), .invalidRequest),
        (CreateBranchBody(name: "a", strategy: "template", excludeTableData: ["log_*"]), .invalidRequest),
        (CreateBranchBody(name: "a", excludeTableData: ["a.b.c"]), .invalidRequest),
        (CreateBranchBody(name: "a", strategy: "dump", jobs: 2), .invalidRequest),
        (CreateBranchBody(name: "a", jobs: 0), .invalidRequest),
        (CreateBranchBody(name: "a", maxRate: 0), .invalidRequest),
        (CreateBranchBody(name: "A"), .invalidBranchName), (CreateBranchBody(name: "main"), .reservedBranchName),
        (CreateBranchBody(name: "a", from: Secret("no name")), .invalidSource),
    ])
    func `a create that does not fit is refused`(body: CreateBranchBody, code: ProblemCode) {
        let error = #expect(throws: BranchError.self) { try body.request() }
        #expect(error.map { Problem($0) }?.code == code)
        #expect(error.map { Problem($0) }?.status == 400)
    }

    @Test func `a source is main, a branch, or a connection string`() throws {
        #expect(try BranchSource(parsing: "main") == .main)
        #expect(try BranchSource(parsing: "feature-1") == .branch(BranchName("feature-1")))
        #expect(try BranchSource(parsing: "postgres://h/d") == .database(Secret("postgres://h/d")))
        #expect(try BranchSource(parsing: "host=h dbname=d") == .database(Secret("host=h dbname=d")))
    }

    @Test func `a failed branch is a 502 that carries the record`() throws {
        var failed = try branch()
        failed.status = .failed
        failed.errorCode = .sourceUnreachable
        failed.errorMessage = "no route"
        let problem = Problem(.failed(failed))
        #expect(problem.status == 502)
        #expect(problem.code == .sourceUnreachable)
        #expect(problem.branch == failed)
    }
}
