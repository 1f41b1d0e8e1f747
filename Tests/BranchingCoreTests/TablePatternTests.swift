import BranchingCore
import Testing

@Suite struct TablePatternTests {
    @Test(arguments: [
        ("log", "app", "log"), ("log_*", "public", "log_2024"), ("*", "a", "b"), ("app.*", "app", "x"),
        ("LOG", "app", "log"), ("\"Log\"", "app", "Log"), ("a?c", "s", "abc"), ("*a*b*", "s", "xaxbx"),
        ("\"a.b\"", "s", "a.b"), ("größe", "s", "größe"),
        ("\"a\"\"b\"", "s", "a\"b"), ("\"a\".\"b\"", "a", "b"), ("x\"Y\"z", "s", "xYz"), ("\"\"\"\"", "s", "\""),
    ])
    func `a table that fits is found`(pattern: String, schema: String, name: String) throws {
        #expect(try TablePattern(pattern).matches(schema: schema, name: name))
    }

    @Test(arguments: [
        ("log", "app", "logs"), ("app.*", "other", "x"), ("\"log*\"", "app", "log_1"), ("a?c", "s", "ac"),
        ("\"Log\"", "app", "log"), ("*ab", "s", "aab_"),
    ])
    func `one that does not fit is not`(pattern: String, schema: String, name: String) throws {
        #expect(try TablePattern(pattern).matches(schema: schema, name: name) == false)
    }

    @Test(arguments: ["", ".", "a.", ".a", "a.b.c", "\"a", "a\0"])
    func `the error about an invalid pattern says how to write one`(text: String) {
        let error = #expect(throws: BranchError.self) { try TablePattern(text) }
        #expect(error?.description.contains("schema.name") == true)
    }
}
