import BranchingCore
import HTTPTypes

/// All routes of the API: the router is built from it, and it distinguishes a wrong method from a wrong path.
struct RouteTable: Sendable {
    let routes: [APIRoute]

    /// The methods of a path, sorted; none if the path does not exist.
    func methods(at path: String) -> [HTTPRequest.Method] {
        routes.filter { $0.covers(path) }.map(\.method).sorted { $0.rawValue < $1.rawValue }
    }

    /// Whether a path is part of the administration.
    ///
    /// By segments, as the router sees them, so that `//api/admin` is no way around.
    static func isAdministration(_ path: String) -> Bool {
        path.split(separator: "/").starts(with: APIPath.admin.split(separator: "/"))
    }
}
