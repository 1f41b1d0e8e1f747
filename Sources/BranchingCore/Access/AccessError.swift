/// Why something about keys, or with a key, is refused.
public enum AccessError: Error, Sendable, Hashable {
    /// A value does not fit; the sentence says which.
    case invalidRequest(String)
    /// No key has the id.
    case keyNotFound(KeyID)
    /// Another key that is not revoked has the name.
    case keyNameTaken(String)
    /// No session has the id.
    case sessionNotFound(SessionID)
    /// The key is revoked, so nothing can change in it.
    case keyRevoked(KeyID)
    /// The request was done before, and what it made is this key; its secret is not shown again.
    case idempotencyKeyUsed(KeyID)
    /// Another request had the idempotency key.
    case idempotencyKeyReused
    /// The key's role lacks the scope.
    case insufficientScope(AccessScope, role: AccessRole)
    /// The branch is somebody else's, and the key's role reaches only its own.
    case notOwner(BranchName)
    /// A limit of the key does not allow it.
    case limitExceeded(LimitViolation)
    /// PostgreSQL cannot be reached; the sentence says why.
    case unavailable(String)
    /// Something else; the sentence has no secret.
    case unexpected(String)
}

extension AccessError: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .invalidRequest(let text), .unavailable(let text), .unexpected(let text): text
        case .keyNotFound(let id): "There is no key '\(id)'."
        case .sessionNotFound(let id): "There is no session '\(id)'. It may be over."
        case .keyNameTaken(let name): "A key named '\(name)' already exists. Revoke it first, or choose another name."
        case .keyRevoked(let id): "The key '\(id)' is revoked."
        case .idempotencyKeyUsed(let id):
            "The first request with this 'Idempotency-Key' made the key '\(id)'. Its secret is shown only once; rotate the key for another."
        case .idempotencyKeyReused: BranchError.idempotencyKeyReused.description
        case .insufficientScope(let scope, let role):
            "This needs the scope '\(scope.rawValue)', which the role '\(role.rawValue)' of this key does not have."
        case .notOwner(let name):
            "The branch '\(name)' was made with another key. A developer's key reaches its own branches only; ask an operator."
        case .limitExceeded(let violation): violation.description
        }
    }
}
