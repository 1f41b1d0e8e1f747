import BranchingCore
import HTTPTypes

/// A request that is refused before it reaches the service: a problem and its headers.
struct RefusedRequest: Error {
    /// How long a client should wait after a 503, in seconds.
    static let retryAfterSeconds = "5"

    let problem: Problem
    var headers: HTTPFields = [:]

    init(
        _ code: ProblemCode, _ status: HTTPResponse.Status, _ title: String, _ detail: String, headers: HTTPFields = [:]
    ) {
        problem = Problem(code: code, status: status.code, title: title, detail: detail)
        self.headers = headers
    }

    static let notFound = RefusedRequest(
        .notFound, .notFound, "Not found", "There is no such path. The API is under \(APIPath.branches).")

    static func methodNotAllowed(allowed: [HTTPRequest.Method]) -> RefusedRequest {
        let methods = allowed.map(\.rawValue).joined(separator: ", ")
        return RefusedRequest(
            .methodNotAllowed, .methodNotAllowed, "Method not allowed", "This path has \(methods).",
            headers: [.allow: methods])
    }

    static func bodyTooLarge(limit: Int) -> RefusedRequest {
        RefusedRequest(
            .bodyTooLarge, .contentTooLarge, "Body too large", "A body has at most \(limit) bytes.")
    }

    static let unsupportedMediaType = RefusedRequest(
        .unsupportedMediaType, .unsupportedMediaType, "Unsupported media type",
        "Send the body as 'Content-Type: application/json'.")

    static func invalidJSON(_ violation: JSONSyntax.Violation) -> RefusedRequest {
        RefusedRequest(.invalidJSON, .badRequest, "Invalid JSON", violation.description)
    }

    static func unknownMember(_ error: UnknownMemberError) -> RefusedRequest {
        RefusedRequest(.unknownMember, .badRequest, "Unknown member", error.description)
    }

    static func stopping(whileCreating name: BranchName) -> RefusedRequest {
        RefusedRequest(
            .requestRefused, .serviceUnavailable, "Server is stopping",
            "The server is stopping while the branch '\(name)' is being created. See what became of it at \(APIPath.branch(name)).",
            headers: [.location: APIPath.branch(name)])
    }

    /// Any other refusal, by its status alone.
    static func other(_ status: HTTPResponse.Status) -> RefusedRequest {
        let title = status.reasonPhrase.isEmpty ? "Request refused" : status.reasonPhrase
        return RefusedRequest(.requestRefused, status, title, "The server refused the request: \(title).")
    }
}
