import BranchingCore
import HTTPTypes
import Hummingbird

/// All pages of the dashboard, and where they are.
struct DashboardSite: Sendable {
    let path: DashboardPath
    let routes: [DashboardRoute]

    /// Whether a request path is the dashboard's.
    func covers(_ requestPath: String) -> Bool { Self.covers(requestPath, path) }

    /// By segments, as the router sees them.
    static func covers(_ requestPath: String, _ dashboard: DashboardPath) -> Bool {
        requestPath.split(separator: "/").starts(with: dashboard.description.split(separator: "/"))
    }

    /// The methods of a path, sorted; none if the path does not exist.
    func methods(at requestPath: String) -> [HTTPRequest.Method] {
        routes.filter { PathPattern(path.description + $0.path).covers(requestPath) }.map(\.method)
            .sorted { $0.rawValue < $1.rawValue }
    }

    /// The path of a page, with a query that is a part of it.
    static func signIn(_ dashboard: DashboardPath, then path: String?) -> String {
        let then = path.map { "?then=" + PercentEncoding.text($0) } ?? ""
        return dashboard.description + "/sign-in" + then
    }
}
