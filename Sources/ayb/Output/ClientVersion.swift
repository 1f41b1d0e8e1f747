import BranchingCore
import FoundationEssentials

/// What `ayb version --output json` prints.
struct ClientVersion: Displayable {
    /// This program's version.
    let version = AybVersion.current

    func details(now: Date) -> [(label: String, value: String)] { [("Version", version)] }

    private enum CodingKeys: String, CodingKey {
        case version
    }
}
