import BranchingCore
import Hummingbird

/// A request to a page by somebody who is signed in. A form that was sent comes from one of their own pages.
struct DashboardVisit: Sendable {
    let request: Request
    let context: BranchRequestContext
    /// The fields of the form that was sent; none for a GET.
    let form: FormFields
    /// Who is signed in, and what they may do.
    let principal: Principal
    /// The session; each form needs its ``ActiveSession/formToken`` in a hidden field `form_token`.
    let session: ActiveSession
}
