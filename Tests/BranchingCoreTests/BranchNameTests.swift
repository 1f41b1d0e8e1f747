import BranchingCore
import Testing

@Suite struct BranchNameTests {
    @Test(arguments: ["a", "7", "ab", "feature-auth", "feature_auth", "0-0", "a--b", String(repeating: "x", count: 63)])
    func `a name of letters, digits, dashes and underscores is accepted`(text: String) throws {
        #expect(try BranchName(text).rawValue == text)
    }

    @Test(arguments: [
        ("", BranchName.Invalid.empty), ("-a", .edge), ("a-", .edge), ("_a", .edge), ("a_", .edge), ("-", .edge),
        ("Feature", .character), ("a b", .character), ("a.b", .character), ("a/b", .character), ("naïve", .character),
        ("a\n", .character), ("a;drop", .character), ("a\"b", .character),
        (String(repeating: "x", count: 64), .tooLong),
    ])
    func `a name that breaks a rule is refused with that rule`(text: String, reason: BranchName.Invalid) {
        #expect(throws: reason) { try BranchName(text) }
    }

    @Test(arguments: ["main", "master", "default", "postgres", "template0", "template1"])
    func `a reserved name is refused`(text: String) {
        #expect(throws: BranchName.Invalid.reserved(text)) { try BranchName(text) }
    }

    @Test func `a database name has underscores for dashes`() throws {
        #expect(try BranchName("feature-auth_2").databaseName == "ayb_branch_feature_auth_2")
    }

    @Test func `a database name of 63 bytes is kept whole`() throws {
        let name = try BranchName(String(repeating: "x", count: 52))
        #expect(name.databaseName == "ayb_branch_" + name.rawValue)
        #expect(name.databaseName.utf8.count == 63)
    }

    @Test func `a longer database name is cut and has a hash of the whole branch name`() throws {
        let text = String(repeating: "a", count: 53)
        // FNV-1a 32 of 53 times 'a', computed in Python from the definition.
        #expect(
            try BranchName(text).databaseName == "ayb_branch_" + String(repeating: "a", count: 43) + "_" + "e4fa9d58")
    }

    @Test func `two long names that differ in their last letter have different databases`() throws {
        let stem = String(repeating: "x", count: 62)
        let (one, two) = (try BranchName(stem + "a"), try BranchName(stem + "b"))
        #expect(one.databaseName != two.databaseName)
        #expect(one.databaseName.utf8.count == 63)
    }
}
