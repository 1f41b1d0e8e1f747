import BranchingCore
import HTTPTypes

/// Who asks.
struct SelfRoutes: Sendable {
    var routes: [APIRoute] {
        [
            APIRoute(.get, APIPath.ownKey, scope: nil) { _, context in
                try .json(SelfBody(try context.requirePrincipal()))
            }
        ]
    }
}
