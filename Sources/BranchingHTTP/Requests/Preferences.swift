import HTTPTypes
import Hummingbird

/// What a client prefers, from the header `Prefer` (RFC 7240).
struct Preferences {
    static let respondAsync = "respond-async"

    /// Whether to answer at once, before the work is done.
    let respondAsync: Bool

    init(_ request: Request) {
        let preferences = request.headers[values: .prefer].flatMap { $0.split(separator: ",") }
        respondAsync = preferences.contains { preference in
            let name = preference.prefix { $0 != ";" && $0 != "=" }
            return name.filter { $0 != " " && $0 != "\t" }.lowercased() == Self.respondAsync
        }
    }
}
