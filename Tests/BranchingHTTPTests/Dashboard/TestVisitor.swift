import BranchingCore
import BranchingHTTP
import HTTPTypes
import HummingbirdTesting
import Testing

/// Somebody at a browser without JavaScript, who is signed in to the dashboard of a ``TestAPI``.
struct TestVisitor {
    let test: TestAPI
    private let browser: TestBrowser

    /// Signs in.
    ///
    /// - Parameter key: nil for the admin token.
    init(_ test: TestAPI, key: IssuedKeyBody? = nil) async throws {
        self.test = test
        browser = try await test.signIn(key?.secret ?? Secret(TestAPI.token))
    }

    /// Makes a key with a role, and signs in with it.
    init(_ test: TestAPI, _ role: AccessRole, limits: String = "{}", name: String? = nil) async throws {
        if let name {
            try await self.init(test, key: test.key(role, limits: limits, name: name))
        } else {
            try await self.init(test, key: test.key(role, limits: limits))
        }
    }

    /// Opens a page.
    func get(_ path: String, flash: String? = nil) async throws -> TestResponse {
        let cookies = browser.cookie + (flash.map { "; ayb_flash=\($0)" } ?? "")
        return try await test.send(.get, path, authorization: nil, headers: [.cookie: cookies])
    }

    /// Sends a form with the token that the visitor's pages have.
    func post(_ path: String, _ fields: (String, String)..., accept: String? = nil) async throws -> TestResponse {
        try await send(path, fields + [("form_token", try #require(browser.body.formToken))], accept: accept)
    }

    /// Sends a form with the token that the visitor's pages have.
    func post(_ path: String, _ fields: [(String, String)]) async throws -> TestResponse {
        try await send(path, fields + [("form_token", try #require(browser.body.formToken))])
    }

    /// Sends a form as it is.
    func postWithoutToken(_ path: String, _ fields: (String, String)...) async throws -> TestResponse {
        try await send(path, fields)
    }

    private func send(_ path: String, _ fields: [(String, String)], accept: String? = nil) async throws -> TestResponse
    {
        var headers = TestAPI.ownPage
        headers[.cookie] = browser.cookie
        headers[.accept] = accept
        return try await test.submit(
            path, fields.map { "\($0)=\(PercentEncoding.text($1))" }.joined(separator: "&"), headers: headers)
    }
}
