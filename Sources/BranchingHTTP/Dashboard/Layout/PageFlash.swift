import BranchingCore
import Hummingbird

/// What a page says once about what was done on the page before: a cookie that lives until it is shown.
enum PageFlash: Equatable {
    /// Shown by the branch's page as soon as it is ready.
    case created(BranchName)
    case deleted(BranchName)
    case keyRevoked
    case sessionEnded

    private static let cookie = "ayb_flash"

    /// What the browser brought along; nil for nothing, and for anything that we did not write.
    init?(_ request: Request) {
        guard let value = request.cookies[Self.cookie]?.value else { return nil }
        switch value {
        case Self.keyRevoked.value: self = .keyRevoked
        case Self.sessionEnded.value: self = .sessionEnded
        default: self.init(branch: value)
        }
    }

    private init?(branch value: String) {
        let parts = value.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let name = try? BranchName(String(parts[1])) else { return nil }
        switch parts[0] {
        case "created": self = .created(name)
        case "deleted": self = .deleted(name)
        default: return nil
        }
    }

    var text: String {
        switch self {
        case .created(let name): "Branch \"\(name)\" created"
        case .deleted(let name): "Branch \"\(name)\" deleted"
        case .keyRevoked: "Key revoked"
        case .sessionEnded: "Browser signed out"
        }
    }

    private var value: String {
        switch self {
        case .created(let name): "created.\(name)"
        case .deleted(let name): "deleted.\(name)"
        case .keyRevoked: "key.revoked"
        case .sessionEnded: "session.ended"
        }
    }

    /// Leads to another page, which shows it.
    func redirect(to path: String, root: String) -> Response {
        Response.seeOther(path).settingCookies(["\(Self.cookie)=\(value); Path=\(root); Max-Age=600; SameSite=Strict"])
    }

    /// Takes the cookie away with an answer.
    static func clear(in response: Response, root: String) -> Response {
        response.settingCookies(["\(cookie)=; Path=\(root); Max-Age=0; SameSite=Strict"])
    }
}
