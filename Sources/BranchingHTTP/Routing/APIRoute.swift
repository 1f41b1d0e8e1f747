import BranchingCore
import HTTPTypes
import Hummingbird

/// One route: a method on a path, and its handler.
struct APIRoute: Sendable {
    typealias Respond = @Sendable (Request, BranchRequestContext) async throws -> Response

    let method: HTTPRequest.Method
    /// The path; a segment in braces, such as `{name}`, matches any one segment.
    let path: String
    /// The query parameters it knows.
    let parameters: Set<String>
    /// What whoever asks has to be allowed; nil where any key will do, or none is needed.
    let scope: AccessScope?
    /// What is on record where the scope is lacking; nil where it would not be on record either.
    let audited: @Sendable (Request) -> AuditAction?
    let respond: Respond

    init(
        _ method: HTTPRequest.Method, _ path: String, scope: AccessScope?, parameters: Set<String> = [],
        audited: @escaping @Sendable (Request) -> AuditAction? = { _ in nil }, respond: @escaping Respond
    ) {
        self.method = method
        self.path = path
        self.parameters = parameters
        self.scope = scope
        self.audited = audited
        self.respond = respond
    }

    /// Whether a request path matches this route, whatever the method.
    func covers(_ requestPath: String) -> Bool {
        PathPattern(path).covers(requestPath)
    }
}

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
