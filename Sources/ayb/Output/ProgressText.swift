import BranchingCore

/// How far a create is, as one line.
enum ProgressText {
    private static let barWidth = 20

    /// Such as `copying  [########------------]  40%  300 MB of 755 MB`.
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
        return parts.joined(separator: "  ")
    }
}
