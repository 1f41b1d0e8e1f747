import ArgumentParser
import AybConfiguration
import BranchingCore
import Testing

@testable import ayb

@Suite struct DiffArgumentTests {
    private static func parse(_ arguments: String...) throws -> BranchDiffCommand {
        try #require(try AybCommand.parseAsRoot(["branch", "diff"] + arguments) as? BranchDiffCommand)
    }

    @Test func `one operand is compared with main, from main`() throws {
        let body = try Self.parse("feature").body()
        #expect(body == DiffBody(from: Secret("main"), to: Secret("feature")))
    }

    @Test func `every flag has its member`() throws {
        let body = try Self.parse(
            "a", "b", "--schema", "s", "--schema", "t", "--exclude", "u", "--ignore", "owner,comments", "--ignore",
            "column-order", "--rename", "s.a=s.b", "--rename", #"s."x=y"=s.z"#, "--online", "--strict", "--verify"
        ).body()
        #expect(
            body
                == DiffBody(
                    from: Secret("a"), to: Secret("b"), schemas: ["s", "t"], exclude: ["u"],
                    ignore: ["owner", "comments", "column-order"], renames: ["s.a": "s.b", #"s."x=y""#: "s.z"],
                    online: true, strict: true, verify: true))
    }

    @Test(arguments: [
        [], ["a", "b", "c"], ["a", "--ignore", "owners"], ["a", "--rename", "x"], ["a", "--rename", "=x"],
        ["a", "--rename", "x="], ["a", "--rename", "a=b", "--rename", "a=c"], ["a", "--stat", "--output", "sql"],
        ["a", "--output", "yaml"], ["UPPER"], ["a", "--schema", ""],
    ])
    func `wrong usage is refused`(arguments: [String]) {
        #expect(throws: (any Error).self) { try AybCommand.parseAsRoot(["branch", "diff"] + arguments) }
    }

    @Test(arguments: [
        ("postgresql://h/a", "postgresql://h/b", true), ("postgresql://h/a", "b", false),
        ("main", "postgresql://h/b", false), ("dbname=a", "dbname=b", true),
    ])
    func `two connection strings need no database`(from: String, to: String, isSelfContained: Bool) {
        #expect(
            BranchDiffCommand.isSelfContained(DiffBody(from: Secret(from), to: Secret(to))) == isSelfContained)
    }

    @Test func `a private server without a database branches nothing`() throws {
        let directory = try TemporaryDirectory()
        let process = directory.process(["AYB_DATABASE_URL": "postgresql://h/d", "AYB_HOME": "/other"])
        let environment = PrivateServer.environment(
            of: process, directory: "/d", socket: "/d/s", database: nil, key: "k", try .load(process: process))
        #expect(environment["AYB_DATABASE_URL"] == nil)
        #expect(environment["AYB_BRANCHING_ENABLED"] == "false")
        #expect(environment["AYB_DATABASE_EMBEDDED"] == "false")
    }
}
