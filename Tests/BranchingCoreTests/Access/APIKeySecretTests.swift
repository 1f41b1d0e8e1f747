import Testing

@testable import BranchingCore

@Suite struct APIKeySecretTests {
    /// The check value of the catalogue of CRC algorithms (CRC-32/ISO-HDLC), and gzip's of an empty file.
    @Test(arguments: [("123456789", 0xCBF4_3926), ("", 0), ("a", 0xE8B7_BE43)])
    func `the checksum is that of gzip`(text: String, checksum: Int) {
        #expect(CRC32.checksum(of: Array(text.utf8)) == UInt32(checksum))
    }

    @Test func `a new key has the form that the documents name, and can be read`() throws {
        for _ in 0..<200 {
            let text = APIKeySecret.random().text.reveal()
            #expect(text.wholeMatch(of: /ayb_[0-9A-Za-z]{36}/) != nil)
            #expect(APIKeySecret(text)?.text == Secret(text))
            #expect(APIKeySecret(text)?.visiblePrefix == String(text.prefix(8)))
        }
        #expect(APIKeySecret.random() != APIKeySecret.random())
    }

    @Test func `a key with any one character changed is refused`() {
        let text = Array(APIKeySecret.random().text.reveal())
        for index in text.indices {
            for replacement in ["0", "Z", "q", "-", "é"] as [Character] where text[index] != replacement {
                var changed = text
                changed[index] = replacement
                #expect(APIKeySecret(String(changed)) == nil, "\(index)")
            }
        }
    }

    @Test(arguments: [
        "", "ayb_", "ayb_" + String(repeating: "0", count: 35), "ayb_" + String(repeating: "0", count: 37),
    ])
    func `what has another length is refused`(text: String) {
        #expect(APIKeySecret(text) == nil)
    }

    @Test func `a description shows no secret`() {
        let secret = APIKeySecret.random()
        var text = ""
        dump(secret, to: &text)
        #expect(!"\(secret) \(String(reflecting: secret)) \(text)".contains(secret.text.reveal().dropFirst(8)))
    }
}
