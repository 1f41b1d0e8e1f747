import BranchingCore

/// A create's progress, in one line.
enum ProgressText {
    private static let barWidth = 20

    /// Such as `copying  [########------------]  40%  300 MB of 755 MB  tables 3/7  indexes 1/9  about 4 s left`.
    static func line(_ branch: Branch) -> String {
        guard let progress = branch.progress else { return "creating '\(branch.name)'" }
        var parts = ["creating '\(branch.name)': \(progress.phase.rawValue)"]
        if let fraction = progress.fraction {
            let filled = Int((fraction * Double(barWidth)).rounded(.down))
            parts.append(
                "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: barWidth - filled) + "]")
            parts.append("\(Int(fraction * 100))%")
            parts.append("\(ByteCount.text(progress.bytesDone)) of \(ByteCount.text(progress.bytesTotal))")
        } else if progress.bytesDone > 0 {
            parts.append(ByteCount.text(progress.bytesDone))
        }
        if let total = progress.tablesTotal, total > 0 { parts.append("tables \(progress.tablesDone ?? 0)/\(total)") }
        if let total = progress.indexesTotal, total > 0 {
            parts.append("indexes \(progress.indexesDone ?? 0)/\(total)")
        }
        if let seconds = progress.secondsLeft { parts.append(TimeLeft.text(seconds)) }
        return parts.joined(separator: "  ")
    }
}
