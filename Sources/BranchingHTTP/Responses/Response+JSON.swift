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

/// JSON on its way out: it contains names from databases, and a client may print it to a terminal unchanged.
enum VisibleJSON {
    /// The same values, with control characters and direction marks escaped.
    static func bytes(_ json: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(json)
        // Below U+007F, JSON's only invisible characters are line feeds, and nearly all answers end there.
        if isPlain(bytes) { return bytes }
        return Array(VisibleText.jsonDocument(String(decoding: bytes, as: UTF8.self)).utf8)
    }

    /// Without a branch for each byte: the largest one tells.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var largest: UInt8 = 0
            for byte in buffer { largest = max(largest, byte) }
            return largest < 0x7F
        }
    }
}
