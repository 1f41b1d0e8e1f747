/// Where the dashboard is, such as `/admin`: one to four segments, none of which the server needs itself.
public struct DashboardPath: Sendable, Hashable, CustomStringConvertible {
    /// The path, without a slash at its end.
    public let description: String

    /// `/admin`.
    public static let standard = DashboardPath(unchecked: "/admin")
    /// First segments that the server has itself.
    private static let taken: Set<Substring> = ["api", "health", "livez", "readyz", "metrics"]

    private init(unchecked text: String) { description = text }

    /// Checks a path.
    ///
    /// - Returns: nil unless it is `/` and a segment of letters, digits, `-`, `_`, up to four times, and not one of the
    ///   server's own paths (`/api`, `/health`, `/livez`, `/readyz`, `/metrics`).
    public init?(_ text: String) {
        let segments = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.utf8.count <= 100, (2...5).contains(segments.count), segments[0].isEmpty,
            segments.dropFirst().allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isPlain) }),
            !Self.taken.contains(segments[1])
        else { return nil }
        self.init(unchecked: text)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
    }
}
