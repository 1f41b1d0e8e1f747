import BranchingCore
import HTTPTypes
import Hummingbird

/// What happens to all branches, as server-sent events (HTML standard, section 9.2).
struct FeedRoutes: Sendable {
    let feed: BranchFeed
    let bodyLimit: Int

    var routes: [APIRoute] {
        [
            APIRoute(.get, APIPath.feed, scope: .branchesRead, parameters: ["after"]) { request, _ in
                try await follow(request)
            }
        ]
    }

    private func follow(_ request: Request) async throws -> Response {
        // A browser sends the header when it connects again, to the same URL.
        let seen = request.headers[.lastEventID] ?? QueryParameters(request).text("after")
        try await feed.requireCurrent()
        let stream = BranchFeedStream(feed: feed, seen: seen.flatMap { ChangePosition($0) })
        return try await .events(to: request, bodyLimit: bodyLimit) { write in try await stream.run(write: write) }
    }
}
