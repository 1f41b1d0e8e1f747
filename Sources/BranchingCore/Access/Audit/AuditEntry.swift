public import FoundationEssentials

/// One line of the audit trail: who did what, and the outcome.
public struct AuditEntry: Sendable, Hashable {
    /// Its number, which grows with time; 0 before it is recorded.
    public var id: Int64
    /// When it happened.
    public var at: Date
    /// Who did it: the id of a key, `root`, or `unknown` for a wrong key.
    public var actor: String
    /// The name that the key had then.
    public var actorName: String?
    /// The session of a browser in which the key did it; nil for the key itself.
    public var session: String?
    /// What was done, such as `branch.create`.
    public var action: String
    /// The branch that it was done to.
    public var branch: String?
    /// What else it was done to: the key, or the databases of a comparison without their passwords.
    public var subject: String?
    /// `ok`, or the code of the problem.
    public var result: String
    /// The id of the request.
    public var requestID: String?
    /// Where the request came from; nil for a Unix socket.
    public var address: String?

    /// Makes a line.
    public init(
        id: Int64 = 0, at: Date, actor: String, actorName: String? = nil, session: String? = nil, action: String,
        branch: String? = nil,
        subject: String? = nil, result: String, requestID: String? = nil, address: String? = nil
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.actorName = actorName
        self.session = session
        self.action = action
        self.branch = branch
        self.subject = subject
        self.result = result
        self.requestID = requestID
        self.address = address
    }
}

extension AuditEntry: Codable {
    private enum CodingKeys: String, CodingKey {
        case id
        case at = "time"
        case actor
        case actorName = "actor_name"
        case session
        case action
        case branch
        case subject
        case result
        case requestID = "request_id"
        case address
    }
}
