import BranchingCore
import HTTPTypes
import Hummingbird

/// The pages for whoever is not known: the sign-in, and what went wrong.
enum PlainPages {
    /// An error as a page.
    static func problem(
        _ problem: Problem, _ path: DashboardPath, headers: HTTPFields = [:]
    ) throws -> Response {
        var layout = PageLayout(root: path.description, title: problem.title)
        layout.isNarrow = true
        var response = try layout.page(
            "problem",
            [
                "detail": problem.detail ?? "", "problemCode": problem.code.rawValue,
                "requestID": problem.requestID ?? "",
            ],
            status: .init(code: problem.status))
        response.headers.append(contentsOf: headers)
        return response
    }

    /// The form to sign in with a key or a one-time code.
    static func signIn(
        _ view: SignInView, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) throws -> Response {
        var layout = PageLayout(root: view.path.description, title: "Sign in", modules: ["signin.js"])
        layout.isNarrow = true
        var values: [String: Any] = ["isInsecure": view.isInsecure]
        values["then"] = view.then?.description
        values["problem"] = view.isInsecure ? RefusedRequest.insecureConnection.problem.detail : view.failure
        var response = try layout.page("signin", values, status: status)
        response.headers.append(contentsOf: headers)
        return response
    }
}
