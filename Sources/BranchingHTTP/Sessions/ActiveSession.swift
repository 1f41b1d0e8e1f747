public import BranchingCore

/// The session that a request belongs to.
public struct ActiveSession: Sendable {
    /// What is known of it.
    public let record: BrowserSession
    private let token: RandomToken

    init(record: BrowserSession, token: RandomToken) {
        self.record = record
        self.token = token
    }

    /// Its identity.
    public var id: SessionID { record.id }

    /// What each form of the session has as its field `form_token`, and each change by a script as `X-Ayb-Form-Token`.
    public var formToken: String { token.formToken.reveal() }

    /// Whether a text is the form token, in constant time.
    func isFormToken(_ candidate: String) -> Bool { token.isFormToken(candidate) }
}

extension ActiveSession {
    /// A session that has just begun, and what the browser is to keep.
    struct Issued: Sendable {
        let principal: Principal
        let session: ActiveSession
        let token: RandomToken
    }
}
