import BranchingCore
import HTTPTypes
import Hummingbird
import Logging

/// Answers every error with problem details (RFC 9457), including the framework's; in the
/// dashboard with a page.
struct ProblemMiddleware: RouterMiddleware {
    let site: DashboardSite?

    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            var (problem, headers) = Self.problem(of: error)
            if problem.code == .internalError {
                // Not the error itself: its text may hold what was sent.
                let type = String(reflecting: Swift.type(of: error))
                context.log.error("Unexpected error", metadata: ["type": "\(type)"])
            }
            if problem.status == HTTPResponse.Status.serviceUnavailable.code {
                headers[.retryAfter] = RefusedRequest.retryAfterSeconds
            }
            problem.requestID = context.requestID
            if let site, site.covers(request.uri.path), !request.wantsJSON {
                return try site.problem(problem, headers: headers)
            }
            return try .problem(problem, headers: headers)
        }
    }

    /// The problem that an error is for a client.
    static func problem(of error: any Error) -> (Problem, HTTPFields) {
        switch error {
        case let error as BranchError: (Problem(error), [:])
        case let error as AccessError: (Problem(error), [:])
        case let error as RefusedRequest: (error.problem, error.headers)
        case let error as any HTTPResponseError:
            (RefusedRequest.other(error.status).problem, [:])
        case is CancellationError: (RefusedRequest.other(.serviceUnavailable).problem, [:])
        default:
            (
                Problem(
                    code: .internalError, status: 500, title: "Internal error",
                    detail: "Something unexpected went wrong. The server's log has more under the id of this request."),
                [:]
            )
        }
    }
}
