/// What a ``RoleFilter`` left out, for the log and for the person who asked for the branch.
package struct RoleFilterReport: Sendable, Hashable {
    /// What a skipped statement would have done.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case owner
        case privilege
        case defaultPrivilege = "default privilege"
        /// `SET SESSION AUTHORIZATION`: the privilege exists, but granted by the owner.
        case grantor
    }

    /// How many statements were left out for each role.
    package private(set) var counts: [Kind: [String: Int]] = [:]

    package init() {}

    /// Whether the dump passed unchanged.
    package var isEmpty: Bool { counts.isEmpty }

    /// The roles that something was left out for, sorted.
    package var roles: [String] { Set(counts.values.flatMap(\.keys)).sorted() }

    /// How many statements of a kind were left out.
    package func count(of kind: Kind) -> Int { counts[kind, default: [:]].values.reduce(0, +) }

    mutating func leftOut(_ kind: Kind, role: String) {
        counts[kind, default: [:]][role, default: 0] += 1
    }
}

extension RoleFilterReport: CustomStringConvertible {
    /// One line, such as `left out 2 of owner (alice), 1 of privilege (bob)`.
    package var description: String {
        let parts = Kind.allCases.compactMap { kind -> String? in
            guard let roles = counts[kind] else { return nil }
            return "\(count(of: kind)) of \(kind.rawValue) (\(roles.keys.sorted().joined(separator: ", ")))"
        }
        return parts.isEmpty ? "nothing left out" : "left out " + parts.joined(separator: ", ")
    }
}
