import BranchingCore
import FoundationEssentials
import Hummingbird

/// Reads a JSON body strictly: the media type, the size, the syntax, and every member. Errors never repeat what was
/// sent, except names of members: it may hold a secret.
struct JSONBody: Sendable {
    /// The largest body, in bytes.
    let limit: Int

    func decode<Value: Decodable>(_ type: Value.Type, from request: Request) async throws -> Value {
        guard BodyBytes.isOf("application/json", request) else { throw RefusedRequest.unsupportedMediaType }
        let bytes = try await BodyBytes.collected(from: request, upTo: limit)
        do {
            try JSONSyntax.check(bytes)
            return try APICoder.decoder().decode(type, from: bytes)
        } catch let error as JSONSyntax.Violation {
            throw RefusedRequest.invalidJSON(error)
        } catch let error as UnknownMemberError {
            throw RefusedRequest.unknownMember(error)
        } catch let error as DecodingError {
            throw Self.refusal(error)
        }
    }

    private static func refusal(_ error: DecodingError) -> any Error {
        switch error {
        case .keyNotFound(let key, let context):
            invalid("'\(path(context.codingPath + [key]))' is missing.")
        case .valueNotFound(_, let context):
            invalid("'\(path(context.codingPath))' cannot be null.")
        case .typeMismatch(_, let context) where context.codingPath.isEmpty:
            invalid("The body must be a JSON object.")
        case .typeMismatch(let type, let context):
            invalid("'\(path(context.codingPath))' is \(kind(of: type)).")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            invalid("'\(path(context.codingPath))' has a value that does not fit.")
        case .dataCorrupted: RefusedRequest.invalidJSON(.malformed)
        @unknown default: RefusedRequest.invalidJSON(.malformed)
        }
    }

    private static func invalid(_ text: String) -> BranchError { .invalidRequest(text) }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map(\.stringValue).joined(separator: ".")
    }

    private static func kind(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        default: "of another type"
        }
    }
}
