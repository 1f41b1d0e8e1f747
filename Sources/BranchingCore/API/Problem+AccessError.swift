extension Problem {
    /// The one place where an error about keys becomes a status and a code.
    public init(_ error: AccessError) {
        let (status, code, title) = Self.mapping(of: error)
        self.init(code: code, status: status, title: title, detail: error.description)
    }

    private static func mapping(of error: AccessError) -> (status: Int, code: ProblemCode, title: String) {
        switch error {
        case .invalidRequest: (400, .invalidRequest, "Invalid request")
        case .insufficientScope, .notOwner: (403, .insufficientScope, "Insufficient scope")
        case .limitExceeded: (403, .limitExceeded, "Limit exceeded")
        case .keyNotFound: (404, .keyNotFound, "Key not found")
        case .sessionNotFound: (404, .sessionNotFound, "Session not found")
        case .keyNameTaken: (409, .keyExists, "Key exists")
        case .keyRevoked: (409, .keyRevoked, "Key revoked")
        case .idempotencyKeyUsed: (409, .idempotencyKeyUsed, "Idempotency key used")
        case .idempotencyKeyReused: (422, .idempotencyKeyReused, "Idempotency key reused")
        case .unavailable: (503, .databaseUnavailable, "PostgreSQL unavailable")
        case .unexpected: (500, .internalError, "Internal error")
        }
    }
}
