import BranchingCore
import Hummingbird

/// A request to a page that anybody may see. There may be a session.
struct DashboardRequest: Sendable {
    let request: Request
    let context: BranchRequestContext
    /// The fields of the form that was sent; none for a GET.
    let form: FormFields
}
