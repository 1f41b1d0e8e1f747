import Testing

@testable import PostgresTools

@Suite struct MessageTailTests {
    @Test func `an explanation begins with the first error`() {
        var tail = MessageTail()
        tail.append("psql:<stdin>:3: NOTICE:  fine\npsql:<stdin>:9: ERROR:  no\nDETAIL:  really\n".utf8)
        #expect(tail.explanation == "psql:<stdin>:9: ERROR:  no\nDETAIL:  really")
    }

    @Test func `without an error the last lines explain`() {
        var tail = MessageTail()
        tail.append((1...20).map { "line \($0)\n" }.joined().utf8)
        #expect(tail.explanation == (11...20).map { "line \($0)" }.joined(separator: "\n"))
    }

    @Test func `only the end of much is kept`() {
        var tail = MessageTail()
        for _ in 0..<10_000 { tail.append("NOTICE:  a rather long line of no use to anybody\n".utf8) }
        tail.append("pg_dump: error: at last\n".utf8)
        #expect(tail.explanation == "pg_dump: error: at last")
    }

    @Test func `an explanation has a limit`() {
        var tail = MessageTail()
        tail.append("ERROR:  ".utf8)
        tail.append(repeatElement(UInt8(ascii: "x"), count: 100_000))
        #expect(tail.explanation.utf8.count < 5000)
    }
}
