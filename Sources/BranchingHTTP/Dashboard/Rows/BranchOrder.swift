import BranchingCore

/// How a list of branches is sorted.
enum BranchOrder: String, CaseIterable {
    case oldest
    case newest
    case name
    case status
    case source
    case largest
    case owner

    var label: String {
        switch self {
        case .oldest: "Oldest first"
        case .newest: "Newest first"
        case .name: "Name"
        case .status: "Status"
        case .source: "Source"
        case .largest: "Largest first"
        case .owner: "Owner"
        }
    }

    /// Sorts branches that are given oldest first; equal ones stay so.
    func sorted(_ branches: [Branch]) -> [Branch] {
        switch self {
        case .oldest: branches
        case .newest: branches.reversed()
        case .name: branches.sorted { $0.name < $1.name }
        case .status: branches.sorted { $0.status.rawValue < $1.status.rawValue }
        case .source: branches.sorted { $0.sourceDatabase < $1.sourceDatabase }
        case .largest: branches.sorted { $0.sizeBytes ?? -1 > $1.sizeBytes ?? -1 }
        case .owner: branches.sorted { $0.owner ?? "" < $1.owner ?? "" }
        }
    }
}
