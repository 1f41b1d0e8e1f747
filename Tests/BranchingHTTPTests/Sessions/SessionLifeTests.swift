import BranchingCore
import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

/// How long sessions hold, by a clock that the test sets, and on which servers.
@Suite struct SessionLifeTests {
    let access = InMemoryAccessStore()
    let root = AdminKey(Secret(TestAPI.token))
    let start = Date(timeIntervalSince1970: 1_800_000_000)

    private func server(_ root: AdminKey? = nil) -> SessionRegister {
        SessionRegister(root: root ?? self.root, store: access)
    }

    /// A key with its session, and the cookie of that.
    private func signedIn(
        limits: KeyLimits = KeyLimits(), expiresAt: Date? = nil
    ) async throws -> (key: APIKey, token: RandomToken, id: SessionID) {
        let key = AccessStoreContract.key(limits: limits, expiresAt: expiresAt)
        let digest = AccessStoreContract.digest()
        try await access.insert(key, digest: digest)
        let session = BrowserSession(id: .random(), keyID: key.id, role: key.role, createdAt: start)
        let issued = try await server().begin(
            session, for: Caller(principal: Principal(key), credential: .key(key.id, digest)))
        return (key, issued.token, session.id)
    }

    private func visit(
        _ server: SessionRegister, _ token: RandomToken, after seconds: Double, from address: String? = nil
    ) async throws -> Principal {
        try await server.visitor(
            with: token, from: address, log: BranchingHTTPLog.silent, at: start + seconds
        ).principal
    }

    @Test func `a session is over after half an hour without a request`() async throws {
        let (_, token, _) = try await signedIn()
        let server = server()
        for seconds in [0, 59, 1000, 2700, 4400] as [Double] { _ = try await visit(server, token, after: seconds) }
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(server, token, after: 4400 + 1800) }
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(server, token, after: 4401) }
    }

    @Test func `a session is over after twelve hours, however busy`() async throws {
        let (_, token, _) = try await signedIn()
        let server = server()
        for seconds in stride(from: 0.0, to: 43_200, by: 600) { _ = try await visit(server, token, after: seconds) }
        _ = try await visit(server, token, after: 43_199)
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(server, token, after: 43_200) }
    }

    @Test func `a session of one server holds on another, and its end does within five seconds`() async throws {
        let (key, token, id) = try await signedIn()
        let (here, there) = (server(), server())
        #expect(try await visit(there, token, after: 1).id == key.id.rawValue)
        try await here.end(id)
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(here, token, after: 1) }
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(there, token, after: 6) }
    }

    @Test func `a session is over within five seconds after its key is revoked on another server`() async throws {
        let (key, token, _) = try await signedIn()
        let server = server()
        _ = try await visit(server, token, after: 1)
        _ = try await access.revoke(key.id, at: start + 1)
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(server, token, after: 6) }
    }

    @Test func `a session is over to the second when its key expires`() async throws {
        let (_, token, _) = try await signedIn(expiresAt: start + 100)
        let server = server()
        _ = try await visit(server, token, after: 99)
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(server, token, after: 100) }
    }

    @Test func `a session outlives a rotation of its key by the time of grace`() async throws {
        let (key, token, _) = try await signedIn()
        let server = server()
        _ = try await access.rotate(
            key.id, to: AccessStoreContract.digest(), prefix: "ayb_abcd", grace: start + 100, expiresAt: nil)
        _ = try await visit(server, token, after: 90)
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(server, token, after: 105) }
    }

    @Test func `a session has the limits that its key has now, and works from the same addresses`() async throws {
        let range = try #require(AddressRange("10.0.0.0/8"))
        let (key, token, _) = try await signedIn(limits: KeyLimits(cidrs: [range]))
        let server = server()
        #expect(try await visit(server, token, after: 1, from: "10.1.2.3").limits.cidrs == [range])
        await #expect(throws: AuthenticationFailure.elsewhere(key.id)) {
            try await visit(server, token, after: 1, from: "192.0.2.1")
        }
        let limits = KeyLimits(namePrefix: "ci-")
        _ = try await access.change(key.id, KeyChange(limits: limits))
        #expect(try await visit(server, token, after: 6, from: "192.0.2.1").limits == limits)
    }

    @Test func `a session of the root is over when the admin token is another`() async throws {
        let session = BrowserSession(id: .random(), keyID: nil, role: .admin, createdAt: start)
        let token = try await server().begin(session, for: Caller(principal: .root, credential: .root)).token
        #expect(try await visit(server(), token, after: 1) == .root)
        let other = server(AdminKey(Secret("another token of a server")))
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(other, token, after: 1) }
    }

    @Test func `whoever tries cookies is not worth a query after ten, and a browser that is known comes in`()
        async throws
    {
        let (_, token, _) = try await signedIn()
        let server = server()
        _ = try await visit(server, token, after: 0, from: "192.0.2.1")
        for _ in 0..<10 {
            await #expect(throws: AuthenticationFailure.sessionOver) {
                try await visit(server, .random(), after: 5, from: "192.0.2.1")
            }
        }
        await #expect(throws: AuthenticationFailure.tooMany(retryAfter: 60)) {
            try await visit(server, .random(), after: 5, from: "192.0.2.1")
        }
        _ = try await visit(server, token, after: 6, from: "192.0.2.1")
        _ = try await server.visitor(
            with: token, from: "192.0.2.2", log: BranchingHTTPLog.silent, at: start + 6)
    }

    @Test func `a browser that keeps asking with a cookie that is over is told so, as often as it asks`() async throws {
        let (_, token, id) = try await signedIn()
        let server = server()
        try await server.end(id)
        for _ in 0..<50 {
            await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(server, token, after: 1) }
        }
        // It costs no query.
        await access.setOutage(.unavailable("away"))
        await #expect(throws: AuthenticationFailure.sessionOver) { try await visit(server, token, after: 1) }
    }
}
