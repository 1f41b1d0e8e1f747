import BranchingCore
import HTTPTypes

/// The schema diff, which this version does not have.
struct DiffRoutes: Sendable {
    var routes: [APIRoute] {
        [APIRoute(.post, APIPath.diff) { _, _ in throw RefusedRequest.notImplemented }]
    }
}
