import Foundation
import Glibc
import Testing

@testable import BranchingCore

@Suite struct AddressRangeTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false), ("10.1.2.3", "10.1.2.3", true),
        ("10.1.2.3", "10.1.2.4", false), ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("::/0", "2001:db8::1", true), ("2001:db8::/33", "2001:db8:7fff::1", true),
        ("2001:db8::/33", "2001:db8:8000::1", false), ("10.0.0.0/8", "::ffff:10.0.0.1", true),
        ("192.0.2.128/25", "192.0.2.127", false), ("fe80::/10", "fe80::1%eth0", true),
        ("10.0.0.0/8", "nonsense", false),
    ])
    func `an address is in a range or not`(range: String, address: String, isIn: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(address) == isIn)
    }

    @Test(arguments: [
        "", "/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "10.0.0/8", "10.0.0.1/8", "::1/64",
        "::/129",
        "1::2::3", "10.0.0.0/ 8", "010.0.0.0", "256.0.0.0", "10.0.0.0/99999999999999999999", "example.org", ":::",
        "1:2:3",
    ])
    func `anything but a range is refused`(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test func `addresses are read as the system reads them`() {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("0123456789abcdefF:.:::")
        var read = 0
        for _ in 0..<20_000 {
            let text = String(
                (0..<Int.random(in: 1...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "0" })
            var bytes = [UInt8](repeating: 0, count: 16)
            let isVersion6 = text.contains(":")
            let isRead = inet_pton(isVersion6 ? AF_INET6 : AF_INET, text, &bytes) == 1
            let found = IPAddress(text)
            #expect((found != nil) == isRead, "\(text)")
            guard isRead, let found else { continue }
            read += 1
            let expected = isVersion6 ? bytes : Array(bytes.prefix(4))
            #expect(found.bytes == expected || found.bytes.count == 4, "\(text)")
        }
        #expect(read > 10)
    }
}
