import HTTPTypes
import Hummingbird

extension Request {
    /// Whether one of the page's own modules asks, which takes data instead of a page.
    var wantsJSON: Bool { headers[.accept] == "application/json" }
}
