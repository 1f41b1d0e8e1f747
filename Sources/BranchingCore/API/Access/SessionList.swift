/// The answer of `GET /api/admin/sessions`.
public struct SessionList: Sendable, Hashable, Codable {
    /// The sessions that hold, newest first.
    public var sessions: [BrowserSession]

    /// Makes an answer.
    public init(sessions: [BrowserSession]) {
        self.sessions = sessions
    }
}
