import BranchingCore

/// The limits of a key in words.
enum KeyLimitText {
    static func lines(_ limits: KeyLimits) -> [String] {
        var lines: [String] = []
        if let prefix = limits.namePrefix { lines.append("names begin with \(prefix)") }
        if let count = limits.maxBranches { lines.append(count == 1 ? "1 branch" : "\(count) branches") }
        if let sources = limits.sources {
            lines.append("from " + sources.map(\.rawValue).sorted().joined(separator: ", "))
        }
        if let ranges = limits.cidrs { lines.append("used from " + ranges.map(\.description).joined(separator: ", ")) }
        return lines
    }
}
