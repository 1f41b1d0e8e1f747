import BranchingCore
import FoundationEssentials
import HTTPTypes
import NIOCore

extension ConnectionGuardState {
    /// What is wrong with a connection.
    enum Refusal: Sendable, Hashable {
        /// The headers are larger than the limit.
        case headersTooLarge
        /// It is not HTTP.
        case malformed
        /// The client took too long to send a request.
        case timedOut
        /// There are too many connections, and none of them is idle.
        case noRoom
    }
}

extension ConnectionGuardState.Refusal {
    private var status: HTTPResponse.Status {
        switch self {
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .malformed: .badRequest
        case .timedOut: .requestTimeout
        case .noRoom: .serviceUnavailable
        }
    }

    /// The whole answer.
    func answer(requestID: String) -> (HTTPResponse, ByteBuffer) {
        var problem = RefusedRequest.other(status).problem
        problem.requestID = requestID
        let body = (try? APICoder.encoder().encode(problem)).map { ByteBuffer(bytes: $0) } ?? ByteBuffer()
        var headers: HTTPFields = [
            .contentType: Problem.mediaType, .contentLength: String(body.readableBytes), .connection: "close",
            .requestID: requestID, .xContentTypeOptions: "nosniff", .cacheControl: "no-store",
        ]
        if status == .serviceUnavailable { headers[.retryAfter] = RefusedRequest.retryAfterSeconds }
        return (HTTPResponse(status: status, headerFields: headers), body)
    }
}
