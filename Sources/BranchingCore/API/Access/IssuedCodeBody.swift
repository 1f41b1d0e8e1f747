public import FoundationEssentials

/// The answer of `POST /api/admin/session/codes`: a one-time code, which is shown this once.
public struct IssuedCodeBody: Sendable, Hashable {
    /// The code.
    public var code: Secret
    /// When it stops working.
    public var expiresAt: Date
    /// The path of the page that takes it; absent where the server has no dashboard.
    public var path: String?
    /// Where a browser on the server's machine finds it, such as `http://127.0.0.1:8090`; absent where it listens on a Unix
    /// socket only.
    public var origin: String?

    /// Makes an answer.
    public init(code: Secret, expiresAt: Date, path: String?, origin: String?) {
        self.code = code
        self.expiresAt = expiresAt
        self.path = path
        self.origin = origin
    }
}

extension IssuedCodeBody: Codable {
    private enum CodingKeys: String, CodingKey {
        case code
        case expiresAt = "expires_at"
        case path
        case origin
    }

    /// Reads an answer.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = Secret(try container.decode(String.self, forKey: .code))
        expiresAt = try container.decode(Date.self, forKey: .expiresAt)
        path = try container.decodeIfPresent(String.self, forKey: .path)
        origin = try container.decodeIfPresent(String.self, forKey: .origin)
    }

    /// Writes the answer, with the code in the clear: it is for whoever asked only.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code.reveal(), forKey: .code)
        try container.encode(expiresAt, forKey: .expiresAt)
        try container.encodeIfPresent(path, forKey: .path)
        try container.encodeIfPresent(origin, forKey: .origin)
    }
}
