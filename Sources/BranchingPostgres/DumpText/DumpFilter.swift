import SQLText

/// Adapts a plain-text dump to its target cluster: writes expressions so that PostgreSQL reads back what it had, and removes the column options that PostgreSQL keeps for itself, and
/// what names roles that the cluster lacks.
package struct DumpFilter: Sendable {
    /// What happens to a statement.
    package enum Decision: Sendable, Hashable {
        case keep
        case leaveOut
        case replace(with: [UInt8])
    }

    private var roles: RoleFilter?

    /// Makes a filter.
    ///
    /// - Parameter roles: The target's roles; nil if none has to be filtered.
    package init(roles: TargetRoles?) {
        self.roles = roles.map(RoleFilter.init)
    }

    /// What was left out because of roles, so far.
    package var report: RoleFilterReport { roles?.report ?? RoleFilterReport() }

    /// What remains of a statement; nil if it is left out. Statements must come in the order of the dump.
    package mutating func text(of statement: DumpStatement) throws(RoleFilterRefusal) -> [UInt8]? {
        let decision = ColumnOptionFilter.decide(statement)
        switch decision == .keep ? try roles?.decide(statement) ?? .keep : decision {
        case .keep: return Self.restored(statement)
        case .replace(let bytes): return bytes
        case .leaveOut: return nil
        }
    }

    private static func restored(_ statement: DumpStatement) -> [UInt8] {
        guard statement.begins(with: "create") || statement.begins(with: "alter") else { return statement.bytes }
        let text = String(decoding: statement.bytes, as: UTF8.self)
        let restored = RoundTripText.restored(text)
        return restored == text ? statement.bytes : Array(restored.utf8)
    }
}
