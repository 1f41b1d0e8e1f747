import BranchingCore
import HTTPTypes
import Hummingbird

extension DashboardSite {
    /// A page that says what went wrong.
    func problem(_ problem: Problem, headers: HTTPFields) throws -> Response {
        try PlainPages.problem(problem, path, headers: headers)
    }
}
