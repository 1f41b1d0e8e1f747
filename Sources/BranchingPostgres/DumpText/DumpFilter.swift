/// Fits a plain-text dump to the cluster that it is restored in: takes out what PostgreSQL keeps for itself with columns, and
/// what names roles that the cluster lacks.
package struct DumpFilter: Sendable {
    /// What becomes of a statement.
    package enum Decision: Sendable, Hashable {
        case keep
        case leaveOut
        case replace(with: [UInt8])
    }

    private var roles: RoleFilter?

    /// Makes a filter.
    ///
    /// - Parameter roles: What the target can take; nil where that is everything.
    package init(roles: TargetRoles?) {
        self.roles = roles.map(RoleFilter.init)
    }

    /// What was left out because of roles, so far.
    package var report: RoleFilterReport { roles?.report ?? RoleFilterReport() }

    /// What remains of a statement; nil where it is left out. Statements are to come in the order of the dump.
    package mutating func text(of statement: DumpStatement) throws(RoleFilterRefusal) -> [UInt8]? {
        let decision = ColumnOptionFilter.decide(statement)
        switch decision == .keep ? try roles?.decide(statement) ?? .keep : decision {
        case .keep: return statement.bytes
        case .replace(let bytes): return bytes
        case .leaveOut: return nil
        }
    }
}
