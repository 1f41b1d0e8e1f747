import BranchingCore

/// A path of the dashboard to go to after a sign-in. It comes from outside, so it must not lead to another site.
struct OwnPath: Sendable, CustomStringConvertible {
    /// The path and its query.
    let description: String

    /// Checks a text.
    ///
    /// - Returns: nil unless it begins with the dashboard's path as whole segments, and has only what a URL has there.
    ///   Browsers read `\` as `/`, and drop line breaks.
    init?(_ text: String, in dashboard: DashboardPath) {
        let root = dashboard.description
        guard text.utf8.count <= 2000, text.hasPrefix(root),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "#") })
        else { return nil }
        let rest = text.dropFirst(root.count)
        guard rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix("?") else { return nil }
        let path = rest.prefix { $0 != "?" }
        guard !path.contains("//"), !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) else {
            return nil
        }
        description = text
    }
}
