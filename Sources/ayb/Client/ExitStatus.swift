import BranchingCore

/// The exit codes of `ayb`, for scripts.
enum ExitStatus: Int32, Sendable, CaseIterable {
    case success = 0
    case failure = 1
    case usage = 2
    case notConfirmed = 3
    case authentication = 4
    case notFound = 5
    case conflict = 6
    case unavailable = 7
    case timeout = 8
    case differences = 10
    case interrupted = 130
}

extension ExitStatus {
    /// The one place that maps the API's problems to exit codes.
    init(_ problem: Problem) {
        self =
            switch problem.code {
            case .invalidBranchName, .reservedBranchName, .invalidRequest, .invalidSource: .usage
            case .unauthorized, .invalidKey, .invalidSession, .signInFailed, .keyRequired, .insufficientScope,
                .limitExceeded:
                .authentication
            case .branchNotFound, .keyNotFound, .sessionNotFound: .notFound
            case .keyExists, .keyRevoked, .branchExists, .branchDatabaseTaken, .branchNotReady, .branchInUse,
                .branchDatabaseNotOurs,
                .branchDeleted, .idempotencyKeyUsed, .idempotencyKeyReused, .preconditionFailed:
                .conflict
            case .branchingNotConfigured, .databaseUnavailable, .tooManyFailures: .unavailable
            // `not_found` is an unknown path: most likely the URL is not ayb-server's. A script that takes 5 for
            // "no such branch" must not see it.
            case .notFound, .methodNotAllowed, .bodyTooLarge, .unsupportedMediaType, .invalidJSON, .unknownMember,
                .insufficientPrivilege, .sourceUnreachable, .cloneFailed, .unsupportedObjects, .verificationFailed,
                .crossSiteRequest, .invalidFormToken, .insecureConnection, .internalError:
                .failure
            case .requestRefused: ExitStatus(httpStatus: problem.status)
            }
    }

    /// For an answer with nothing but a status: a proxy's, or a newer server's.
    init(httpStatus: Int) {
        self =
            switch httpStatus {
            case 401, 403, 407: .authentication
            case 409: .conflict
            case 502, 503: .unavailable
            case 408, 504: .timeout
            default: .failure
            }
    }
}
