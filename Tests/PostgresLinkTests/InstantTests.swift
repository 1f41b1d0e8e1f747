import FoundationEssentials
import Testing

@testable import PostgresLink

@Suite struct InstantTests {
    @Test func `seconds are read as the standard library reads them`() {
        for _ in 0..<20_000 {
            let micros = Int64.random(in: 0...4_000_000_000_000_000)
            let fraction = String(micros % 1_000_000)
            let text = "\(micros / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
            #expect(Date(postgresText: text) == Double(text).map(Date.init(timeIntervalSince1970:)), "\(text)")
        }
    }

    @Test(arguments: [
        "0", "0.5", "-1.5", "1764187266", "1e3", "1764187266.1234567", "99999999999999999999.5", "1.", ".5",
    ])
    func `other forms are read too`(text: String) {
        #expect(Date(postgresText: text) == Double(text).map(Date.init(timeIntervalSince1970:)))
    }

    @Test(arguments: ["", "x", "1.2.3", "infinity!", "12 "])
    func `anything but a number is refused`(text: String) {
        #expect(Date(postgresText: text) == nil)
    }
}
