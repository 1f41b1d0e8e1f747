import BranchingCore
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import BranchingHTTP

/// Where a session may begin, and which cookie counts there.
@Suite struct ConnectionSecurityTests {
    private func request(_ host: String?, _ headers: HTTPFields = [:]) -> Request {
        Request(
            head: HTTPRequest(method: .post, scheme: "http", authority: host, path: "/x", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
    }

    @Test(arguments: [
        ("localhost", true), ("localhost:8090", true), ("LocalHost:1", true), ("127.0.0.1:8090", true),
        ("127.1.2.3", true), ("[::1]:8090", true), ("ayb.localhost:8090", true), ("192.0.2.1", false),
        ("127.0.0.1.evil.example", false), ("localhost.evil.example", false), ("notlocalhost", false),
        ("127.0.0", false), ("127.0.0.256", false), ("[::2]", false), ("::1", false), ("", false),
    ])
    func `plain HTTP is for this machine only`(_ host: String, _ isLoopback: Bool) {
        #expect(ConnectionSecurity.isLoopback(host: host) == isLoopback)
        let security = ConnectionSecurity(request(host), isTLS: false)
        if case .loopback? = security { #expect(isLoopback) } else { #expect(!isLoopback && security == nil) }
    }

    @Test func `TLS is ours or that of a proxy, as the browser says`() {
        for request in [request("db.example"), request("localhost")] {
            guard case .secure? = ConnectionSecurity(request, isTLS: true) else {
                Issue.record("TLS is not secure")
                continue
            }
        }
        guard case .secure? = ConnectionSecurity(request("db.example", [.origin: "https://db.example"]), isTLS: false)
        else {
            Issue.record("TLS of a proxy is not secure")
            return
        }
        #expect(ConnectionSecurity(request("db.example", [.origin: "http://db.example"]), isTLS: false) == nil)
        let forwarded = HTTPField.Name("X-Forwarded-Proto") ?? .from
        #expect(ConnectionSecurity(request("db.example", [forwarded: "https"]), isTLS: false) == nil)
        #expect(ConnectionSecurity(request(nil), isTLS: false) == nil)
    }

    @Test func `the cookie without Secure counts on this machine only, and never beside the other`() {
        let (one, two) = (RandomToken.random().text.reveal(), RandomToken.random().text.reveal())
        func token(_ host: String, _ cookie: String) -> String? {
            SessionCookie.token(in: request(host, [.cookie: cookie]))?.text.reveal()
        }
        #expect(token("localhost", "ayb_session=\(one)") == one)
        #expect(token("db.example", "ayb_session=\(one)") == nil)
        #expect(token("db.example", "__Host-ayb_session=\(one)") == one)
        #expect(token("localhost", "ayb_session=\(one); __Host-ayb_session=\(two)") == two)
        #expect(token("localhost", "ayb_session=\(one); __Host-ayb_session=x") == nil)
        #expect(token("db.example", "__Host-ayb_session=\(one);__Host-ayb_session=\(one)") == nil)
        #expect(token("db.example", "__host-ayb_session=\(one)") == nil)
        for damaged in ["", "x", one + "A", String(one.dropLast()), one.replacing("-", with: "+") + "=", "\"\(one)\""] {
            #expect(token("db.example", "__Host-ayb_session=\(damaged)") == nil)
        }
    }

    @Test func `a token is read in the one way that it is written`() throws {
        let token = RandomToken.random()
        let text = token.text.reveal()
        #expect(RandomToken(text)?.digest == token.digest)
        // The last character has two bits that mean nothing: only zeros are ours.
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let readable = alphabet.filter { RandomToken(String(text.dropLast()) + String($0)) != nil }
        #expect(readable.count == 16)
        #expect(token.isFormToken(token.formToken.reveal()) && !token.isFormToken(text))
    }
}
