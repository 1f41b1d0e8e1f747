import BranchingCore
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// An answer in JSON, as the API writes it.
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:],
        mediaType: String = "application/json"
    ) throws -> Response {
        var headers = headers
        headers[.contentType] = mediaType
        let body = ByteBuffer(bytes: try APICoder.encoder().encode(value))
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    /// An answer that tells a problem.
    static func problem(_ problem: Problem, headers: HTTPFields = [:]) throws -> Response {
        try .json(
            problem, status: HTTPResponse.Status(code: problem.status), headers: headers, mediaType: Problem.mediaType)
    }
}
