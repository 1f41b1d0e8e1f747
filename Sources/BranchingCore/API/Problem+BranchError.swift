extension Problem {
    /// The one place where an error of the domain becomes a status and a code.
    public init(_ error: BranchError) {
        let (status, code, title) = Self.mapping(of: error)
        self.init(code: code, status: status, title: title, detail: error.description)
        if case .failed(let branch) = error { self.branch = branch }
    }

    private static func mapping(of error: BranchError) -> (status: Int, code: ProblemCode, title: String) {
        switch error {
        case .invalidName(.reserved): (400, .reservedBranchName, "Reserved branch name")
        case .invalidName: (400, .invalidBranchName, "Invalid branch name")
        case .invalidRequest: (400, .invalidRequest, "Invalid request")
        case .invalidSource: (400, .invalidSource, "Invalid source")
        case .insufficientPrivilege: (403, .insufficientPrivilege, "Insufficient privilege")
        case .notFound: (404, .branchNotFound, "Branch not found")
        case .nameTaken: (409, .branchExists, "Branch exists")
        case .databaseTaken: (409, .branchDatabaseTaken, "Branch database taken")
        case .notReady: (409, .branchNotReady, "Branch not ready")
        case .blocked: (409, .branchInUse, "Branch in use")
        case .databaseNotOurs: (409, .branchDatabaseNotOurs, "Branch database not ours")
        case .changed: (412, .preconditionFailed, "Precondition failed")
        case .idempotencyKeyReused: (422, .idempotencyKeyReused, "Idempotency key reused")
        case .deleted: (409, .branchDeleted, "Branch deleted")
        case .failed(let branch) where branch.errorCode == .sourceUnreachable:
            (502, .sourceUnreachable, "Source unreachable")
        case .failed: (502, .cloneFailed, "Clone failed")
        case .sourceUnreachable: (502, .sourceUnreachable, "Source unreachable")
        case .notConfigured: (503, .branchingNotConfigured, "Branching not configured")
        case .unavailable: (503, .databaseUnavailable, "PostgreSQL unavailable")
        case .unsupportedObjects: (422, .unsupportedObjects, "Unsupported objects")
        case .verificationFailed: (502, .verificationFailed, "Verification failed")
        case .limitExceeded: (403, .limitExceeded, "Limit exceeded")
        case .unexpected: (500, .internalError, "Internal error")
        }
    }
}
