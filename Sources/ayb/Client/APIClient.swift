import BranchingCore
import FoundationEssentials

/// The typed REST API.
struct APIClient {
    /// The connection.
    let http: HTTPClient
    /// The key.
    let key: Secret?
    /// Where the key came from, for an error about it.
    var keyOrigin: String?
    /// When the whole command must be done.
    let deadline: Deadline

    /// The limit of a request that inspects the source or drops a database: ten minutes.
    private static let longRequest = 600_000

    /// The longest report of a comparison that is accepted, in bytes.
    private static let longestReport = 1 << 30

    /// The limit for removing a branch after an interrupt: a minute.
    private static let takingBack = 60_000

    func branches(_ filter: BranchFilter) throws(ClientError) -> [Branch] {
        let query = Self.query([
            ("status", filter.status?.rawValue), ("owner", filter.owner), ("limit", filter.limit.map(String.init)),
        ])
        return try decode(BranchList.self, from: get(APIPath.branches + query)).branches
    }

    func branch(_ name: BranchName) throws(ClientError) -> Branch {
        try decode(Branch.self, from: get(APIPath.branch(name)))
    }

    /// Requests a branch; the answer is its record, most likely `creating`.
    func create(_ body: CreateBranchBody) throws(ClientError) -> Branch {
        var request = try post(body, to: APIPath.branches)
        request.headers = ["Prefer: respond-async"]
        request.isInterruptible = false
        return try decode(Branch.self, from: send(request))
    }

    /// Asks what a create would do.
    func plan(_ body: CreateBranchBody) throws(ClientError) -> ClonePlan {
        var body = body
        body.dryRun = true
        var request = try post(body, to: APIPath.branches)
        request.timeoutMilliseconds = deadline.milliseconds(atMost: Self.longRequest)
        return try decode(ClonePlan.self, from: send(request))
    }

    /// - Parameter isInterruptible: false for a delete that an interrupt or a time-out caused.
    func delete(_ name: BranchName, force: Bool, isInterruptible: Bool = true) throws(ClientError) {
        var request = HTTPRequest(method: .delete, path: APIPath.branch(name) + (force ? "?force=true" : ""))
        request.timeoutMilliseconds =
            isInterruptible ? deadline.milliseconds(atMost: Self.longRequest) : Self.takingBack
        request.isInterruptible = isInterruptible
        _ = try send(request)
    }

    /// Compares two schemas. A large one's SQL may be long, and a verification takes time.
    func diff(_ body: DiffBody) throws(ClientError) -> DiffReport {
        var request = try post(body, to: APIPath.diff)
        request.timeoutMilliseconds = deadline.milliseconds(atMost: Self.longRequest)
        request.responseLimit = Self.longestReport
        return try decode(DiffReport.self, from: send(request))
    }

    func connection(to name: BranchName, password: Bool, asServer: Bool) throws(ClientError) -> ConnectionBody {
        let query = [password ? "password=true" : nil, asServer ? "as=server" : nil].compactMap(\.self)
        let suffix = query.isEmpty ? "" : "?" + query.joined(separator: "&")
        return try decode(ConnectionBody.self, from: get(APIPath.connection(name) + suffix))
    }

    func status() throws(ClientError) -> ServiceStatus {
        try decode(ServiceStatus.self, from: get(APIPath.status))
    }

    func keys() throws(ClientError) -> [APIKey] {
        try decode(KeyList.self, from: get(APIPath.keys)).keys
    }

    func key(_ id: KeyID) throws(ClientError) -> APIKey {
        try decode(APIKey.self, from: get(APIPath.key(id)))
    }

    /// An interrupt waits for the answer: the secret is in it, and nowhere else.
    func createKey(_ body: CreateKeyBody) throws(ClientError) -> IssuedKeyBody {
        var request = try post(body, to: APIPath.keys)
        request.isInterruptible = false
        return try decode(IssuedKeyBody.self, from: send(request))
    }

    func changeKey(_ id: KeyID, _ body: ChangeKeyBody) throws(ClientError) -> APIKey {
        var request = try post(body, to: APIPath.key(id))
        request.method = .patch
        return try decode(APIKey.self, from: send(request))
    }

    /// An interrupt waits for the answer: the secret is in it, and nowhere else.
    func rotateKey(_ id: KeyID, _ body: RotateKeyBody) throws(ClientError) -> IssuedKeyBody {
        var request = try post(body, to: APIPath.key(id) + "/rotate")
        request.isInterruptible = false
        return try decode(IssuedKeyBody.self, from: send(request))
    }

    func revokeKey(_ id: KeyID) throws(ClientError) -> APIKey {
        try decode(
            APIKey.self,
            from: send(
                HTTPRequest(
                    method: .delete, path: APIPath.key(id), timeoutMilliseconds: deadline.milliseconds(atMost: 60_000))
            ))
    }

    func whoami() throws(ClientError) -> SelfBody {
        try decode(SelfBody.self, from: get(APIPath.ownKey))
    }

    /// Gets a one-time code for the sign-in of a browser.
    func createSignInCode() throws(ClientError) -> IssuedCodeBody {
        try decode(
            IssuedCodeBody.self,
            from: send(
                HTTPRequest(
                    method: .post, path: APIPath.signInCodes,
                    timeoutMilliseconds: deadline.milliseconds(atMost: 60_000))))
    }

    func audit(_ filter: AuditFilter) throws(ClientError) -> [AuditEntry] {
        let query = Self.query([
            ("actor", filter.actor), ("action", filter.action), ("branch", filter.branch),
            ("since", filter.since.map(RFC3339.text)), ("until", filter.until.map(RFC3339.text)),
            ("limit", String(filter.limit)),
        ])
        return try decode(AuditPage.self, from: get(APIPath.audit + query)).entries
    }

    /// Whether a path that needs no key answers with success.
    func answers(_ path: String) throws(ClientError) -> Bool {
        try http.send(HTTPRequest(method: .get, path: path, timeoutMilliseconds: deadline.milliseconds(atMost: 5000)))
            .isSuccess
    }
}

extension APIClient {
    /// The parameters that have values, after a question mark.
    private static func query(_ parameters: [(name: String, value: String?)]) -> String {
        let given = parameters.compactMap { parameter in
            parameter.value.map { parameter.name + "=" + PercentEncoding.text($0) }
        }
        return given.isEmpty ? "" : "?" + given.joined(separator: "&")
    }

    private func get(_ path: String) throws(ClientError) -> HTTPResponse {
        try send(
            HTTPRequest(method: .get, path: path, timeoutMilliseconds: deadline.milliseconds(atMost: 60_000)))
    }

    private func post(_ body: some Encodable, to path: String) throws(ClientError) -> HTTPRequest {
        guard let json = try? APICoder.encoder().encode(body) else {
            throw ClientError(.failure, "the request could not be written as JSON.")
        }
        return HTTPRequest(
            method: .post, path: path, body: Array(json),
            timeoutMilliseconds: deadline.milliseconds(atMost: 60_000))
    }

    private func send(_ request: HTTPRequest) throws(ClientError) -> HTTPResponse {
        var request = request
        request.key = key
        let response = try http.send(request)
        guard response.isSuccess else {
            throw ClientError(response, address: http.address, hasKey: key != nil, keyOrigin: keyOrigin)
        }
        return response
    }

    private func decode<Value: Decodable>(
        _ type: Value.Type, from response: HTTPResponse
    ) throws(ClientError) -> Value {
        do {
            return try APICoder.decoder().decode(type, from: Data(response.body))
        } catch {
            throw ClientError(
                .failure,
                "\(http.address) answered in a way that this ayb \(AybVersion.current) does not understand."
                    + " Is it an ayb-server of the same version?")
        }
    }
}
