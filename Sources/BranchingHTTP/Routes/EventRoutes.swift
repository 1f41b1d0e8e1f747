import BranchingCore
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// What happens to a branch, as server-sent events (HTML standard, section 9.2).
struct EventRoutes: Sendable {
    let service: any BranchService
    let options: BranchAPI.Options

    var routes: [APIRoute] {
        [
            APIRoute(.get, BranchRoutes.branch + "/events", scope: .branchesRead) { request, context in
                try await follow(request, name: try context.branchName())
            }
        ]
    }

    private func follow(_ request: Request, name: BranchName) async throws -> Response {
        let last = try request.headers[.lastEventID].map(LastEventID.init)
        let branch = try await service.branch(name)
        let seen = last?.known(for: branch, at: Date())
        if let seen, BranchEventFeed.isOver(branch, after: seen) {
            // The one answer after which an EventSource does not reconnect.
            return Response(status: .noContent)
        }
        // Read the whole body before the answer: Hummingbird's watch for the close below needs the request's end, or it
        // crashes.
        var request = request
        do {
            _ = try await request.collectBody(upTo: options.bodyLimit)
        } catch is NIOTooManyBytesError {
            throw RefusedRequest.bodyTooLarge(limit: options.bodyLimit)
        }
        let body = request.body
        let stream = BranchEventStream(
            service: service, name: name, pollInterval: options.eventPollInterval, heartbeat: options.eventHeartbeat)
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .accelBuffering: "no"],
            body: ResponseBody { writer in
                // Ends when the client hangs up; nothing else notices while there is nothing to write.
                try await body.consumeWithCancellationOnInboundClose { body in
                    for try await _ in body {}
                    try await stream.run(from: branch, after: seen) { try await writer.write($0) }
                }
                try await writer.finish(nil)
            })
    }
}
