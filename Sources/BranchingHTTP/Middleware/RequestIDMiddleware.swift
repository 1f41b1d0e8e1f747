import HTTPTypes
import Hummingbird
import Logging

/// Gives each request an id, the client's if it is sane, and adds it to the answer and to every log line.
struct RequestIDMiddleware: RouterMiddleware {
    let logger: Logger

    func handle(
        _ request: Request, context: BranchRequestContext,
        next: (Request, BranchRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let given = request.headers[.requestID], Self.isSane(given) { context.requestID = given }
        let id = context.requestID
        var logger = logger
        logger[metadataKey: "request_id"] = "\(id)"
        context.log = logger
        return try await withLogger(logger) { _ in
            var response = try await next(request, context)
            response.headers[.requestID] = id
            return response
        }
    }

    /// Whether an id from outside may go into logs and headers: 1 to 64 characters of `A-Z a-z 0-9 . _ -`.
    static func isSane(_ id: String) -> Bool {
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                switch Unicode.Scalar(byte) {
                case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
                default: false
                }
            }
    }

    /// A new id of 128 random bits.
    static func makeID() -> String {
        let halves = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }
        return halves.map { String(repeating: "0", count: 16 - $0.count) + $0 }.joined()
    }
}
