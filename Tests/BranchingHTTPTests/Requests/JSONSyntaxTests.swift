import FoundationEssentials
import Testing

@testable import BranchingHTTP

/// By RFC 8259; JSONTestSuite's names (github.com/nst/JSONTestSuite) begin with `y` for valid and `n` for invalid
/// texts.
struct JSONSyntaxTests {
    private func violation(_ bytes: [UInt8]) -> JSONSyntax.Violation? {
        do throws(JSONSyntax.Violation) {
            try JSONSyntax.check(Data(bytes))
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        "{}", "[]", " \t\r\n{ } ", "0", "-0", "1", "-1.5e+10", "1E400", "1.0", "\"\"", "true", "false", "null",
        #"{"a":1,"b":[1,2,{"a":null}]}"#, #""\"\\\/\b\f\n\r\t\u00e4\ud83d\ude00""#, "\"ä€😀\u{7F}\u{2028}\"",
        #"{"":1,"a":{"":1}}"#, "{\"\u{E9}\":1,\"e\u{301}\":2}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    ])
    func `what is right is taken`(_ text: String) {
        #expect(violation(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        "", " ", "{", "}", "[", "[1,]", #"{"a":1,}"#, "[,1]", "[1 2]", #"{"a" 1}"#, #"{"a"}"#, "{,}",
        #"{"a":1,,"b":2}"#,
        "{a:1}", "{'a':1}", "01", "+1", "-", "1.", ".5", "1e", "1e+", "0x1", "NaN", "Infinity", "-Infinity", "True",
        "nul",
        "\"", #""\x""#, #""\u12""#, #""\u12g4""#, "\"\u{1}\"", "\"\n\"", #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#,
        "[1]]", "{} {}", "1 x", "// x\n1", "/* x */ 1", "\u{A0}1", "[1", #"{"a":"#, "\u{C}1", "\"a", #""\u１２３４""#, "\0",
        "[\0]",
    ])
    func `what breaks the grammar is refused`(_ text: String) {
        #expect(violation(Array(text.utf8)) != nil, "\(text)")
    }

    @Test(arguments: [
        (#"{"a":1,"a":1}"#, "a"), (#"{"a":1,"\u0061":2}"#, "a"), (#"{"x":[{"b":1,"c":2,"b":3}]}"#, "b"),
        (#"{"":1,"":2}"#, ""),
    ])
    func `a member that is there twice is refused by its name`(_ text: String, _ name: String) {
        #expect(violation(Array(text.utf8)) == .duplicateMember(name))
    }

    @Test func `other encodings are refused`() {
        let text = #"{"name":"a"}"#
        let utf16 = Array(text.utf16)
        let little = utf16.flatMap { (unit) -> [UInt8] in [UInt8(truncatingIfNeeded: unit), 0] }
        let big = utf16.flatMap { (unit) -> [UInt8] in [0, UInt8(truncatingIfNeeded: unit)] }
        let little32 = utf16.flatMap { (unit) -> [UInt8] in [UInt8(truncatingIfNeeded: unit), 0, 0, 0] }
        let big32 = utf16.flatMap { (unit) -> [UInt8] in [0, 0, 0, UInt8(truncatingIfNeeded: unit)] }
        for bytes in [little, big, little32, big32] {
            #expect(violation(bytes) == .notUTF8)
            for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]] {
                #expect(violation(mark + bytes) == .notUTF8)
            }
        }
        #expect(violation([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == .notUTF8)
        for byte: [UInt8] in [[0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] {
            #expect(violation([0x22] + byte + [0x22]) == .notUTF8)
        }
    }

    @Test func `deep nesting is refused, however deep`() {
        #expect(
            violation(
                [UInt8](repeating: UInt8(ascii: "["), count: 33) + [UInt8](repeating: UInt8(ascii: "]"), count: 33))
                == .tooDeep)
        #expect(violation([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)) == .tooDeep)
        let objects = String(repeating: #"{"a":"#, count: 150_000)
        #expect(violation(Array(objects.utf8)) == .tooDeep)
    }
}
