import BranchingCore
import BranchingHTTP
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import TestSupport

/// The API over branches in memory, called without a socket.
struct TestAPI {
    static let token = "a token of the tests"
    static let branches = "/api/admin/branches"

    let service: InMemoryBranchService
    let access: InMemoryAccessStore
    let api: BranchAPI

    init(
        cloneDuration: Duration = .zero, logins: Bool = false,
        options: BranchAPI.Options = .init(eventPollInterval: .milliseconds(2)),
        access: InMemoryAccessStore = InMemoryAccessStore(), token: String = TestAPI.token,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) {
        self.access = access
        service = InMemoryBranchService(cloneDuration: cloneDuration, logins: logins)
        api = BranchAPI(
            service: service, access: access, adminToken: Secret(token), options: options,
            metrics: { "# no metrics\n" }, logger: logger)
    }

    /// Sends a request, by default with the key, and as JSON if it has a body.
    func send(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil, authorization: String? = "Bearer \(token)",
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        try await send(to: api, method, path, body: body, authorization: authorization, headers: headers)
    }

    /// Sends a request to another API.
    func send(
        to api: BranchAPI, _ method: HTTPRequest.Method, _ path: String, body: String? = nil,
        authorization: String? = nil, headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers = headers
        if let authorization { headers[.authorization] = authorization }
        if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        let all = headers
        return try await Application(responder: api.responder()).test(.router) { client in
            try await client.execute(uri: path, method: method, headers: all, body: body.map { ByteBuffer(string: $0) })
        }
    }

    /// Creates a branch and waits until it is ready or failed.
    func create(_ name: String, with key: String? = nil) async throws {
        _ = try await send(
            .post, Self.branches, body: #"{"name":"\#(name)"}"#, authorization: "Bearer \(key ?? Self.token)")
    }

    /// Makes an API key.
    func key(
        _ role: AccessRole, limits: String = "{}", ttl: String = "3600",
        name: String = "k\(UInt64.random(in: 0...(.max)))"
    ) async throws -> IssuedKeyBody {
        let body = #"{"name":"\#(name)","role":"\#(role.rawValue)","limits":\#(limits),"ttl_seconds":\#(ttl)}"#
        return try await send(.post, APIPath.keys, body: body).decode(IssuedKeyBody.self)
    }

    /// Sends a request with an API key.
    func send(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil, key: IssuedKeyBody
    ) async throws -> TestResponse {
        try await send(method, path, body: body, authorization: "Bearer \(key.secret.reveal())")
    }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }

    /// The body as a value of the API.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try APICoder.decoder().decode(type, from: Data(body.readableBytesView))
    }

    /// The body as a problem.
    var problem: Problem {
        get throws { try decode(Problem.self) }
    }
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-Id") ?? .from
    static let prefer = HTTPField.Name("Prefer") ?? .from
    static let preferenceApplied = HTTPField.Name("Preference-Applied") ?? .from
    static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .from
}
