import BranchingCore
import FoundationEssentials

extension Branch: Listable, Displayable {
    static var columns: [String] { ["NAME", "STATUS", "SIZE", "STRATEGY", "SOURCE", "AGE"] }

    func row(now: Date) -> [String] {
        [
            name.rawValue, statusText, sizeBytes.map(ByteCount.text) ?? "-", strategy?.rawValue ?? "-",
            sourceDatabase, Age.text(seconds: now.timeIntervalSince(createdAt)),
        ]
    }

    func details(now: Date) -> [(label: String, value: String)] {
        let size = sizeBytes.map { "\(ByteCount.text($0)) (\($0) bytes)" }
        let age = Age.text(seconds: now.timeIntervalSince(createdAt))
        let sides: [(label: String, value: String?)] = [
            ("Name", name.rawValue), ("Status", statusText), ("Error", errorMessage), ("Id", id.rawValue),
            ("Database", branchDatabase), ("Source", sourceDatabase), ("Size", size),
            ("Strategy", strategy.map { $0.rawValue + (strategyReason.map { " (\($0))" } ?? "") }),
            ("Owner", owner), ("Login", loginText),
            ("Created", createdAt.formatted(.iso8601) + " (\(age == "now" ? "now" : age + " ago"))"),
            ("Updated", updatedAt.formatted(.iso8601)),
        ]
        return sides.compactMap { side in side.value.map { (side.label, $0) } }
    }

    private var loginText: String? {
        guard let login else { return nil }
        let elsewhere = login.readsElsewhere
        return login.role
            + (login.connectsToSource ? "; may connect to the source, as PUBLIC may" : "")
            + (elsewhere.isEmpty ? "" : "; can read tables in \(elsewhere.joined(separator: ", ")), as PUBLIC can")
    }

    private var statusText: String {
        guard status == .creating, let progress else { return status.rawValue }
        let part = progress.fraction.map { " \(Int($0 * 100))%" } ?? ""
        return "\(status.rawValue) (\(progress.phase.rawValue)\(part))"
    }
}

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
