import BranchingCore
import HTTPTypes
import Hummingbird

extension DashboardSite {
    /// A page that says what went wrong.
    func problem(_ problem: Problem, headers: HTTPFields) -> Response {
        .html(
            PlainPages.problem(problem, path), status: HTTPResponse.Status(code: problem.status), headers: headers)
    }
}
