import BranchingCore
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// The bytes of a body, up to a limit.
enum BodyBytes {
    /// Reads a body whole.
    ///
    /// - Throws: ``RefusedRequest/bodyTooLarge(limit:)``.
    static func collected(from request: Request, upTo limit: Int) async throws -> Data {
        if let declared = request.headers[.contentLength].flatMap({ Int($0) }), declared > limit {
            throw RefusedRequest.bodyTooLarge(limit: limit)
        }
        do {
            return Data(try await request.body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw RefusedRequest.bodyTooLarge(limit: limit)
        }
    }

    /// Whether a body is of a media type, with or without parameters.
    static func isOf(_ mediaType: String, _ request: Request) -> Bool {
        guard let type = request.headers[.contentType]?.prefix(while: { $0 != ";" && $0 != " " }) else { return false }
        return type.lowercased() == mediaType
    }
}
