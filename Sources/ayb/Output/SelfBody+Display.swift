import BranchingCore
import FoundationEssentials

extension SelfBody: Displayable {
    func details(now: Date) -> [(label: String, value: String)] {
        let sides: [(label: String, value: String?)] =
            [
                ("Id", id), ("Name", name), ("Role", role.rawValue),
                ("Scopes", scopes.map(\.rawValue).joined(separator: ", ")),
            ] + limits.sides
        return sides.compactMap { side in side.value.map { (side.label, $0) } }
    }
}
