/// The answer of `GET /api/admin/session` and of a sign-in: who is signed in, and what their forms need.
public struct SessionBody: Sendable, Hashable, Codable {
    /// Whose key it is, and what it may do.
    public var caller: SelfBody
    /// The session; absent for a key.
    public var session: BrowserSession?
    /// What each change has to send as `X-Ayb-Form-Token`, or as the field `form_token` of a form; absent for a key.
    public var formToken: String?

    /// Makes an answer.
    public init(caller: SelfBody, session: BrowserSession?, formToken: String?) {
        self.caller = caller
        self.session = session
        self.formToken = formToken
    }

    private enum CodingKeys: String, CodingKey {
        case caller = "self"
        case session
        case formToken = "form_token"
    }
}
