import FoundationEssentials
import Testing

@testable import BranchingCore

@Suite struct VisibleTextTests {
    /// C0, DEL and C1, separators, and all formatting characters of Unicode Standard Annex 9.
    static let invisible =
        Array(0...0x1F) + Array(0x7F...0x9F) + [0x2028, 0x2029, 0x200E, 0x200F, 0x061C, 0xFEFF, 0xE0041]
        + Array(0x202A...0x202E) + Array(0x2066...0x2069)

    @Test func `what is not seen is escaped, everywhere in a text, by its number`() throws {
        for value in Self.invisible {
            let scalar = try #require(Unicode.Scalar(UInt32(value)))
            #expect(!VisibleText.isVisible(scalar))
            let hex = String(value, radix: 16)
            for text in ["\(scalar)", "a\(scalar)b", "é \(scalar)", "\(scalar)\(scalar)"] {
                let escaped = VisibleText.escaping(text)
                #expect(escaped.contains("\\u{\(hex)}"))
                #expect(escaped.unicodeScalars.allSatisfy(VisibleText.isVisible))
                let paragraph = VisibleText.paragraph(text)
                #expect(paragraph.unicodeScalars.allSatisfy { VisibleText.isVisible($0) || $0 == "\n" })
            }
        }
    }

    @Test(arguments: ["plain", "ünï", "漢字", "a\u{301}", "😀", "‐–—", "\u{A0}"])
    func `what is seen stays`(text: String) {
        #expect(VisibleText.escaping(text) == text)
        #expect(VisibleText.paragraph("\(text)\n\(text)") == "\(text)\n\(text)")
        #expect(VisibleText.jsonDocument("\"\(text)\"") == "\"\(text)\"")
    }

    @Test func `only a line feed makes a line`() {
        #expect(
            VisibleText.paragraph("a\nb\r\nc\u{2028}d\u{85}e\u{B}f")
                == "a\nb\\u{d}\nc\\u{2028}d\\u{85}e\\u{b}f")
    }

    @Test func `JSON keeps its values, and nothing in it is invisible`() throws {
        let texts = try Self.invisible.map { "x\(try #require(Unicode.Scalar(UInt32($0))))\"\\y" }
        let document = String(decoding: try APICoder.encoder(pretty: true).encode(texts), as: UTF8.self)
        let escaped = VisibleText.jsonDocument(document)
        #expect(escaped.unicodeScalars.allSatisfy { VisibleText.isVisible($0) || $0 == "\n" })
        #expect(try APICoder.decoder().decode([String].self, from: Data(escaped.utf8)) == texts)
        for text in texts {
            let string = Data("[\"\(VisibleText.jsonString(text))\"]".utf8)
            #expect(try APICoder.decoder().decode([String].self, from: string) == [text])
        }
    }
}
