import BranchingCore
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

/// What each role may do on each route, as docs/security.md has it.
@Suite struct RoleTests {
    static let table: [(HTTPRequest.Method, String, String?, Set<AccessRole>)] = [
        (.get, "/api/admin/branches", nil, [.viewer, .developer, .operator, .admin]),
        (.get, "/api/admin/branches/a", nil, [.viewer, .developer, .operator, .admin]),
        (.get, "/api/admin/branches/a/events", nil, [.viewer, .developer, .operator, .admin]),
        (.get, "/api/admin/branches/a/connection", nil, [.operator, .admin]),
        (.get, "/api/admin/branches/a/connection?password=true", nil, [.operator, .admin]),
        (.post, "/api/admin/branches", #"{"name":"n","dry_run":true}"#, [.developer, .operator, .admin]),
        (
            .post, "/api/admin/branches", #"{"name":"n","from":"postgresql://h/d","dry_run":true}"#,
            [.operator, .admin]
        ),
        (.post, "/api/admin/branches", #"{"name":"n","disconnect_source":true,"dry_run":true}"#, [.operator, .admin]),
        (.delete, "/api/admin/branches/nobody", nil, [.developer, .operator, .admin]),
        (.delete, "/api/admin/branches/nobody?force=true", nil, [.operator, .admin]),
        (.post, "/api/admin/diff", #"{"from":"main","to":"a"}"#, [.viewer, .developer, .operator, .admin]),
        (.post, "/api/admin/diff", #"{"from":"main","to":"postgresql://h/d"}"#, [.operator, .admin]),
        (.get, "/api/admin/status", nil, [.viewer, .developer, .operator, .admin]),
        (.get, "/api/admin/events", nil, [.viewer, .developer, .operator, .admin]),
        (.get, "/metrics", nil, [.viewer, .developer, .operator, .admin]),
        (.get, "/api/admin/self", nil, [.viewer, .developer, .operator, .admin]),
        (.get, "/api/admin/keys", nil, [.admin]), (.post, "/api/admin/keys", "{}", [.admin]),
        (.get, "/api/admin/keys/key_x", nil, [.admin]), (.patch, "/api/admin/keys/key_x", "{}", [.admin]),
        (.delete, "/api/admin/keys/key_x", nil, [.admin]), (.post, "/api/admin/keys/key_x/rotate", "{}", [.admin]),
        (.get, "/api/admin/audit", nil, [.admin]),
        (.get, "/api/admin/session", nil, [.viewer, .developer, .operator, .admin]),
        (.delete, "/api/admin/session", nil, [.viewer, .developer, .operator, .admin]),
        (.post, "/api/admin/session/codes", nil, [.viewer, .developer, .operator, .admin]),
        (.get, "/api/admin/sessions", nil, [.admin]), (.delete, "/api/admin/sessions/ses_x", nil, [.admin]),
    ]

    /// What asks who somebody is, or changes only what is theirs.
    private static let forAnybody: Set = [APIPath.ownKey, APIPath.session, APIPath.signInCodes]

    @Test(arguments: AccessRole.allCases)
    func `a role may do on each route what the table says`(role: AccessRole) async throws {
        let test = TestAPI()
        try await test.create("a")
        let key = try await test.key(role)
        for (method, path, body, allowed) in Self.table {
            // Whoever may follow all branches would do so for ever.
            await test.service.setOutage(path == APIPath.feed ? .unavailable("PostgreSQL does not answer.") : nil)
            let answer = try await test.send(method, path, body: body, key: key)
            #expect((answer.status == .forbidden) == !allowed.contains(role), "\(method) \(path): \(answer.status)")
            if answer.status == .forbidden { #expect(try answer.problem.code == .insufficientScope) }
            #expect(answer.status != .unauthorized, "\(method) \(path)")
        }
    }

    @Test func `the table has every route of the administration`() {
        let routes = TestAPI().api.routes.routes.filter { RouteTable.isAdministration($0.path) }
        for route in routes where !(route.method == .post && route.path == APIPath.session) {
            #expect(
                Self.table.contains { $0.0 == route.method && route.covers(String($0.1.prefix { $0 != "?" })) },
                "\(route.method) \(route.path)")
            #expect(route.scope != nil || Self.forAnybody.contains(route.path), "\(route.method) \(route.path)")
        }
    }

    @Test func `a developer reaches their own branches only, and an operator everybody's`() async throws {
        let test = TestAPI()
        let (mine, other, boss) = (
            try await test.key(.developer), try await test.key(.developer), try await test.key(.operator)
        )
        try await test.create("mine", with: mine.secret.reveal())
        let path = APIPath.branches + "/mine"
        #expect(try await test.send(.get, path, key: other).decode(Branch.self).owner == mine.key.id.rawValue)
        #expect(try await test.send(.get, path + "/connection", key: mine).status == .ok)
        for (method, suffix) in [(HTTPRequest.Method.delete, ""), (.get, "/connection")] {
            let answer = try await test.send(method, path + suffix, key: other)
            #expect(answer.status == .forbidden)
            #expect(try answer.problem.detail?.contains("another key") == true)
        }
        // The server's own password is for operators, even of one's own branch.
        #expect(try await test.send(.get, path + "/connection?password=true", key: mine).status == .forbidden)
        #expect(try await test.send(.get, path + "/connection?password=true", key: boss).status == .ok)
        #expect(try await test.send(.delete, path, key: mine).status == .ok)
        try await test.create("mine", with: mine.secret.reveal())
        #expect(try await test.send(.delete, path, key: boss).status == .ok)
    }

    @Test func `a branch of the root has no owner, and no developer reaches it`() async throws {
        let test = TestAPI()
        try await test.create("a")
        let developer = try await test.key(.developer)
        #expect(try await test.send(.get, "/api/admin/branches/a", key: developer).decode(Branch.self).owner == nil)
        #expect(try await test.send(.delete, "/api/admin/branches/a", key: developer).status == .forbidden)
    }
}
