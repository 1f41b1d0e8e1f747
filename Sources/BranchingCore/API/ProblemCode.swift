/// The stable codes of problems, for programs to act on.
public enum ProblemCode: String, Sendable, Hashable, Codable, CaseIterable {
    /// 400: the branch name breaks a rule.
    case invalidBranchName = "invalid_branch_name"
    /// 400: the branch name is reserved.
    case reservedBranchName = "reserved_branch_name"
    /// 400: the body is not JSON.
    case invalidJSON = "invalid_json"
    /// 400: the body has an unknown member.
    case unknownMember = "unknown_member"
    /// 400: a member or parameter has a value that does not fit.
    case invalidRequest = "invalid_request"
    /// 400: the source is not an accepted connection string.
    case invalidSource = "invalid_source"
    /// 401: no key.
    case unauthorized
    /// 401: a key that is wrong, expired or revoked.
    case invalidKey = "invalid_key"
    /// 401: the session of the browser is over.
    case invalidSession = "invalid_session"
    /// 401: a browser cannot sign in with this key or code.
    case signInFailed = "sign_in_failed"
    /// 403: a change came from a page of another site.
    case crossSiteRequest = "cross_site_request"
    /// 403: a change lacks the form token of its session.
    case invalidFormToken = "invalid_form_token"
    /// 403: a browser cannot sign in without TLS, except on this machine.
    case insecureConnection = "insecure_connection"
    /// 403: a session cannot do this, only a key.
    case keyRequired = "key_required"
    /// 403: the key's role lacks the scope, or the branch is another's.
    case insufficientScope = "insufficient_scope"
    /// 403: a limit of the key does not allow it.
    case limitExceeded = "limit_exceeded"
    /// 404: no key has the id.
    case keyNotFound = "key_not_found"
    /// 404: no session has the id.
    case sessionNotFound = "session_not_found"
    /// 409: another key has the name.
    case keyExists = "key_exists"
    /// 409: the key is revoked.
    case keyRevoked = "key_revoked"
    /// 429: too many wrong keys came from there.
    case tooManyFailures = "too_many_failures"
    /// 403: PostgreSQL refused for lack of a privilege.
    case insufficientPrivilege = "insufficient_privilege"
    /// 404: no branch has the name.
    case branchNotFound = "branch_not_found"
    /// 404: no such path.
    case notFound = "not_found"
    /// 405: the path exists, but not with this method.
    case methodNotAllowed = "method_not_allowed"
    /// 409: another branch has the name.
    case branchExists = "branch_exists"
    /// 409: the branch database already exists.
    case branchDatabaseTaken = "branch_database_taken"
    /// 409: the branch cannot be used yet, or no longer.
    case branchNotReady = "branch_not_ready"
    /// 409: something keeps the branch's database from being dropped.
    case branchInUse = "branch_in_use"
    /// 409: the database under the branch's name is not ours.
    case branchDatabaseNotOurs = "branch_database_not_ours"
    /// 409: the branch was deleted meanwhile.
    case branchDeleted = "branch_deleted"
    /// 409: the request was done before, and its answer cannot be given again.
    case idempotencyKeyUsed = "idempotency_key_used"
    /// 412: the branch is no longer as `If-Match` says.
    case preconditionFailed = "precondition_failed"
    /// 422: another request had the `Idempotency-Key`.
    case idempotencyKeyReused = "idempotency_key_reused"
    /// 413: the body is too large.
    case bodyTooLarge = "body_too_large"
    /// 415: the body is not `application/json`.
    case unsupportedMediaType = "unsupported_media_type"
    /// 422: a strict comparison found objects that it does not know.
    case unsupportedObjects = "unsupported_objects"
    /// 502: the SQL of a comparison could not be tried.
    case verificationFailed = "verification_failed"
    /// 502: the source cannot be reached.
    case sourceUnreachable = "source_unreachable"
    /// 502: the clone failed.
    case cloneFailed = "clone_failed"
    /// 503: no database to branch is configured.
    case branchingNotConfigured = "branching_not_configured"
    /// 503: PostgreSQL cannot be reached.
    case databaseUnavailable = "database_unavailable"
    /// 500: something else.
    case internalError = "internal_error"
    /// Any other refusal by the server, known by its status alone.
    case requestRefused = "request_refused"
}
