import BranchingCore
import FoundationEssentials

extension APIKey: Listable, Displayable {
    static var columns: [String] { ["ID", "NAME", "ROLE", "STATUS", "EXPIRES", "LAST USED"] }

    func row(now: Date) -> [String] {
        [
            id.rawValue, name, role.rawValue, status(now: now), expiresAt.map { Self.distance($0, now) } ?? "never",
            lastUsedAt.map { Self.distance($0, now) } ?? "never",
        ]
    }

    func details(now: Date) -> [(label: String, value: String)] {
        func moment(_ date: Date) -> String { "\(date.formatted(.iso8601)) (\(Self.distance(date, now)))" }
        let from = lastUsedFrom.map { " from \($0)" } ?? ""
        let sides: [(label: String, value: String?)] =
            [
                ("Id", id.rawValue), ("Name", name), ("Role", role.rawValue), ("Status", status(now: now)),
                ("Secret", prefix + "…"),
            ] + limits.sides + [
                ("Created", moment(createdAt) + " by \(createdBy)"), ("Expires", expiresAt.map(moment) ?? "never"),
                ("Last used", lastUsedAt.map { moment($0) + from } ?? "never"), ("Revoked", revokedAt.map(moment)),
            ]
        return sides.compactMap { side in side.value.map { (side.label, $0) } }
    }

    private func status(now: Date) -> String {
        revokedAt != nil ? "revoked" : isValid(at: now) ? "active" : "expired"
    }

    private static func distance(_ date: Date, _ now: Date) -> String {
        let seconds = date.timeIntervalSince(now)
        let text = Age.text(seconds: abs(seconds))
        return text == "now" ? text : seconds > 0 ? "in " + text : text + " ago"
    }
}

extension KeyLimits {
    /// The limits that there are, as fields.
    var sides: [(label: String, value: String?)] {
        [
            ("Name prefix", namePrefix), ("Branches", maxBranches.map { "at most \($0)" }),
            ("Sources", sources?.map(\.rawValue).sorted().joined(separator: ", ")),
            ("Addresses", cidrs?.map(\.description).joined(separator: ", ")),
        ]
    }
}

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
