/// Adapts a plain-text dump to its target cluster: removes the column options that PostgreSQL keeps for itself, and
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
        case .keep: return statement.bytes
        case .replace(let bytes): return bytes
        case .leaveOut: return nil
        }
    }
}
