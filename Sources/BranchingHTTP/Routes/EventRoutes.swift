import BranchingCore
import FoundationEssentials
import HTTPTypes
import Hummingbird

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
        let stream = BranchEventStream(
            service: service, name: name, pollInterval: options.eventPollInterval, heartbeat: options.eventHeartbeat)
        return try await .events(to: request, bodyLimit: options.bodyLimit) { write in
            try await stream.run(from: branch, after: seen, write: write)
        }
    }
}
