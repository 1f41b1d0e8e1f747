/// What somebody may have to answer for.
enum AuditAction: String, CaseIterable {
    case create = "branch.create"
    case delete = "branch.delete"
    /// A password is given out.
    case password = "branch.password"
    case diff = "schema.diff"
    case createKey = "key.create"
    case changeKey = "key.change"
    case rotateKey = "key.rotate"
    case revokeKey = "key.revoke"
    /// A browser signs in.
    case signIn = "session.create"
    /// A browser signs out.
    case signOut = "session.end"
    /// Somebody ends the session of a browser.
    case revokeSession = "session.revoke"
    /// A one-time code is given out.
    case issueCode = "session.code"
    /// A browser was not let in.
    case refusedSignIn = "session.refused"
    /// A key that is not ours, or does not work any more, was shown.
    case refusedKey = "key.refused"
}
