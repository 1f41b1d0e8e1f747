import BranchingCore
import FoundationEssentials

extension ClonePlan: Displayable {
    func details(now: Date) -> [(label: String, value: String)] {
        [
            ("Strategy", "\(strategy.rawValue) (\(reason))"), ("Source", sourceDatabase), ("Database", branchDatabase),
            ("Size", "\(ByteCount.text(bytes)) (\(bytes) bytes)"), ("Time", time),
            ("Locks", locks.isEmpty ? "none" : locks.joined(separator: "; ")),
            ("Missing extensions", missingExtensions.isEmpty ? "none" : missingExtensions.joined(separator: ", ")),
            ("Missing roles", missingRoles.isEmpty ? "none" : missingRoles.joined(separator: ", ")),
        ]
    }

    private var time: String {
        guard estimatedSeconds >= 1, estimatedSeconds < 1e9 else { return "under a second" }
        let seconds = Int(estimatedSeconds.rounded(.up))
        return seconds < 120 ? "about \(seconds) s" : "about \((seconds + 30) / 60) min"
    }
}
