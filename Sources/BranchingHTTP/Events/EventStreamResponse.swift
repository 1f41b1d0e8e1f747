import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// An answer of server-sent events, which ends when the body returns, or when the client hangs up.
    static func events(
        to request: Request, bodyLimit: Int,
        _ run: @escaping @Sendable ((ByteBuffer) async throws -> Void) async throws -> Void
    ) async throws -> Response {
        // Read the whole body before the answer: Hummingbird's watch for the close below needs the request's end, or it
        // crashes.
        var request = request
        do {
            _ = try await request.collectBody(upTo: bodyLimit)
        } catch is NIOTooManyBytesError {
            throw RefusedRequest.bodyTooLarge(limit: bodyLimit)
        }
        let body = request.body
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .accelBuffering: "no"],
            body: ResponseBody { writer in
                // Ends when the client hangs up; nothing else notices while there is nothing to write.
                try await body.consumeWithCancellationOnInboundClose { body in
                    for try await _ in body {}
                    try await run { try await writer.write($0) }
                }
                try await writer.finish(nil)
            })
    }
}
