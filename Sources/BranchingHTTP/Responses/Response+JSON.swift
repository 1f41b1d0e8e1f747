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
        json(bytes: try APICoder.encoder().encode(value), status: status, headers: headers, mediaType: mediaType)
    }

    /// An answer whose body is JSON already.
    static func json(
        bytes: some Sequence<UInt8>, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:],
        mediaType: String = "application/json"
    ) -> Response {
        var headers = headers
        headers[.contentType] = mediaType
        let body = ByteBuffer(bytes: VisibleJSON.bytes(bytes))
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    /// An answer with a problem.
    static func problem(_ problem: Problem, headers: HTTPFields = [:]) throws -> Response {
        try .json(
            problem, status: HTTPResponse.Status(code: problem.status), headers: headers, mediaType: Problem.mediaType)
    }
}
