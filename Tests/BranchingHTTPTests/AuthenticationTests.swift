import BranchingCore
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import BranchingHTTP

struct AuthenticationTests {
    let test = TestAPI()

    @Test func `every route of the administration wants the key`() async throws {
        let routes = test.api.routes.routes
        let open: Set = [APIPath.health, APIPath.live, APIPath.ready]
        #expect(routes.count == 27)
        // The sign-in is for whoever has neither; SignInTests has it.
        for route in routes where !(route.method == .post && route.path == APIPath.session) {
            let path = route.path.replacing("{name}", with: "a").replacing("{id}", with: "key_a")
            let answer = try await test.send(route.method, path, authorization: nil)
            #expect((answer.status == .unauthorized) == !open.contains(path), "\(route.method) \(path)")
            if answer.status == .unauthorized {
                #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
                #expect(try answer.problem.code == .unauthorized)
                // A new server each time: after ten wrong keys the answer is another.
                let wrong = try await TestAPI().send(route.method, path, authorization: "Bearer wrong")
                #expect(wrong.status == .unauthorized)
                #expect(try wrong.problem.code == .invalidKey)
            }
        }
    }

    @Test(arguments: [
        "/api/admin", "/api/admin/", "/api/admin/nothing", "//api//admin//branches", "/api/admin/branches/a/b/c",
        "/api/admin/../admin/x",
    ])
    func `paths that do not exist below the administration want the key too`(_ path: String) async throws {
        for method in [HTTPRequest.Method.get, .post, .put, .options] {
            #expect(try await test.send(method, path, authorization: nil).status == .unauthorized)
        }
    }

    @Test(arguments: [
        "Bearer wrong", "Bearer ", "Bearer", "", "Basic \(TestAPI.token)", TestAPI.token, "Bearer  \(TestAPI.token)",
        "Bearer \(TestAPI.token)x", "Bearer \(TestAPI.token.dropLast())",
    ])
    func `a wrong key is refused`(_ authorization: String) async throws {
        let answer = try await test.send(.get, TestAPI.branches, authorization: authorization)
        #expect(answer.status == .unauthorized)
    }

    @Test func `the scheme is read without regard to case`() async throws {
        let answer = try await test.send(.get, TestAPI.branches, authorization: "bearer \(TestAPI.token)")
        #expect(answer.status == .ok)
    }

    @Test func `nothing matches an empty token`() async throws {
        let key = AdminKey(Secret(""))
        #expect(!key.matches(""))
        #expect(!key.matches("x"))
    }
}
