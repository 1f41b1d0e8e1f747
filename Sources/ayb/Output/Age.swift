/// How long ago something happened, for people.
enum Age {
    /// Such as `now`, `42s`, `5m`, `3h`, `12d`, `2y`; the future is `now`, since clocks differ.
    static func text(seconds: Double) -> String {
        guard seconds >= 1, seconds < 1e11 else { return "now" }
        let whole = Int(seconds)
        return switch whole {
        case ..<60: "\(whole)s"
        case ..<3600: "\(whole / 60)m"
        case ..<86_400: "\(whole / 3600)h"
        case ..<31_536_000: "\(whole / 86_400)d"
        default: "\(whole / 31_536_000)y"
        }
    }
}
