import BranchingCore
import Foundation
import Logging
import Testing

@testable import ayb_server

@Suite struct LogLineTests {
    /// Without a space, with one, and with characters that need quotes.
    private static let values = ["", "a", " a b", "\"", "="].flatMap { around in
        [
            "\u{1B}", "\u{7F}", "\u{9B}", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{200F}", "\u{FEFF}",
            "\u{E0041}",
        ]
        .map { around + $0 + around }
    }

    @Test(arguments: values)
    func `nothing in a line is invisible, and nothing makes another line`(value: String) throws {
        let line = LogLine(
            time: Date(timeIntervalSince1970: 0), level: .info, label: value, message: value,
            fields: [("name", value), (value, "x")])
        for text in [line.text, line.json] { #expect(text.unicodeScalars.allSatisfy(VisibleText.isVisible)) }
        let members = try JSONDecoder().decode([String: String].self, from: Data(line.json.utf8))
        #expect(members["message"] == value)
        #expect(members["name"] == value)
        #expect(members["logger"] == value)
    }

    @Test func `a plain value has no quotes`() {
        let line = LogLine(
            time: Date(timeIntervalSince1970: 0), level: .info, label: "l", message: "m", fields: [("a", "é/1")])
        #expect(line.text.hasSuffix(" info m a=é/1"))
    }
}
