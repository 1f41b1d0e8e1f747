import BranchingCore
import PostgresLink
import Testing

@Suite struct SecretScrubbingTests {
    @Test(arguments: [
        ("p", "FATAL: port 5432 of 'app' is shut, password=p", "FATAL: port 5432 of 'app' is shut, password=***"),
        ("p", "postgresql://u:p@h:5432/app", "postgresql://u:***@h:5432/app"),
        ("p", "connection to p failed", "connection to p failed"),
        ("port", "report of the port: support", "report of the ***: support"),
        ("s3cret", "user \"s3cret\", xs3cret, s3cret_", "user \"***\", xs3cret, s3cret_"),
        ("p@s:s", "at p@s:s. and p%40s%3As", "at ***. and ***"),
        ("'quo'", "near 'quo'.", "near ***."),
        ("", "nothing", "nothing"),
    ])
    func `a secret is removed where it appears as a whole, and no word loses a part`(
        secret: String, text: String, scrubbed: String
    ) {
        #expect(SecretScrubbing.scrubbed(text, of: [Secret(secret)]) == scrubbed)
    }

    @Test func `of two secrets the longer one goes first`() {
        #expect(SecretScrubbing.scrubbed("a hush-hush b", of: [Secret("hush"), Secret("hush-hush")]) == "a *** b")
    }
}
