import BranchingCore
import FoundationEssentials
import Testing

@testable import ayb

@Suite struct KeyArgumentTests {
    @Test(arguments: [("0s", 0), ("90s", 90), ("30m", 1800), ("12h", 43_200), ("90d", 7_776_000), ("2w", 1_209_600)])
    func `a span of time is a number with a unit`(text: String, seconds: Int) throws {
        #expect(try TimeSpan.argument(text) == seconds)
        #expect(try TimeSpan.lifetime(text) == .seconds(seconds))
    }

    @Test(arguments: ["", "90", "d", "-1d", "1.5h", "1y", "99999999999999999999d", "9999999999999999w", "never", " 1d"])
    func `anything else is refused`(text: String) {
        #expect(throws: (any Error).self) { try TimeSpan.argument(text) }
    }

    @Test func `a key that never ends is asked for by that word`() throws {
        #expect(try TimeSpan.lifetime("never") == .unlimited)
    }

    @Test func `an instant is written as in the API, or as how long ago it was`() throws {
        #expect(try TimeSpan.instant("2026-01-31T12:00:00Z").timeIntervalSince1970 == 1_769_860_800)
        #expect(try TimeSpan.instant("2026-01-31T12:00:00.000Z").timeIntervalSince1970 == 1_769_860_800)
        let day = Date().timeIntervalSince(try TimeSpan.instant("1d"))
        #expect((86_399..<86_460).contains(day))
        #expect(throws: (any Error).self) { try TimeSpan.instant("yesterday") }
    }

    @Test func `a list of keys tells which work and until when`() throws {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        func key(_ name: String, expires: Double?, revoked: Bool = false) -> APIKey {
            APIKey(
                id: KeyID(rawValue: "key_" + name), name: name, prefix: "ayb_abcd", role: .viewer, createdBy: "root",
                createdAt: now, expiresAt: expires.map { now + $0 }, lastUsedAt: now - 90,
                revokedAt: revoked ? now : nil)
        }
        let keys = [key("a", expires: 86_400), key("b", expires: -3600), key("c", expires: nil, revoked: true)]
        #expect(
            try Renderer(format: .table).text(keys, now: now) == """
                ID     NAME  ROLE    STATUS   EXPIRES  LAST USED
                key_a  a     viewer  active   in 1d    1m ago
                key_b  b     viewer  expired  1h ago   1m ago
                key_c  c     viewer  revoked  never    1m ago
                """)
    }
}
