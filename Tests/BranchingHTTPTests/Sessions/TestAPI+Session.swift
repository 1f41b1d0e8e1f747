import BranchingCore
import HTTPTypes
import HummingbirdTesting

@testable import BranchingHTTP

/// A browser as the API sees it: a cookie, a form token, and what it says of the page that asks.
struct TestBrowser {
    let cookie: String
    let body: SessionBody

    /// What a script of our own page sends.
    var headers: HTTPFields {
        [.cookie: cookie, .secFetchSite: "same-origin", .formToken: body.formToken ?? ""]
    }
}

extension TestAPI {
    /// What a browser says where a page of ours asks.
    static let ownPage: HTTPFields = [.secFetchSite: "same-origin"]

    /// Signs in on `localhost`.
    func signIn(_ key: Secret) async throws -> TestBrowser {
        let answer = try await send(
            .post, APIPath.session, body: #"{"key":"\#(key.reveal())"}"#, authorization: nil, headers: Self.ownPage)
        let cookie = answer.headers[.setCookie]?.prefix { $0 != ";" }
        return TestBrowser(cookie: String(cookie ?? ""), body: try answer.decode(SessionBody.self))
    }

    /// Sends a request as a page of ours does.
    func send(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil, by browser: TestBrowser,
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var all = browser.headers
        for field in headers { all[field.name] = field.value }
        return try await send(method, path, body: body, authorization: nil, headers: all)
    }

    /// Sends a form.
    func submit(
        _ path: String, _ form: String, headers: HTTPFields = [.secFetchSite: "same-origin"]
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = FormFields.mediaType
        return try await send(.post, path, body: form, authorization: nil, headers: headers)
    }
}
