import SQLText
package import SchemaModel

/// One GRANT or REVOKE: privileges that one role gets or loses.
package struct GrantChange: Sendable, Hashable {
    /// What happens to the privileges.
    package enum Action: Sendable, Hashable {
        case grant, grantWithOption, revoke, revokeOption
    }

    package let action: Action
    /// Empty for `PUBLIC`.
    package let role: String
    /// In the order of the manual.
    package let privileges: [String]
    /// Whether privileges that the role granted to others go too.
    package let cascades: Bool
    /// Whether these are all the privileges there are.
    package let areAll: Bool

    /// The changes that lead from some privileges to others: revocations first.
    ///
    /// - Parameters:
    ///   - all: All privileges that objects of this kind have, in order.
    ///   - owner: Who owns the object: the owner loses nothing when others do.
    package static func changes(from old: Set<Grant>, to new: Set<Grant>, all: [String], owner: String? = nil)
        -> [GrantChange]
    {
        var before = byRole(old)
        let after = byRole(new)
        var revocations: [GrantChange] = []
        var revokers: [String: Set<String>] = [:]
        for (role, options) in before.sorted(by: { $0.key < $1.key }) {
            let target = after[role] ?? [:]
            func revoke(_ action: Action, where isMeant: (String, Bool) -> Bool) {
                let lost = options.filter { isMeant($0.key, $0.value) }
                for cascades in [false, true] {
                    // Only a role that may grant a privilege can have granted it to others.
                    let names = lost.filter { $0.value == cascades }.map(\.key)
                    guard !names.isEmpty else { continue }
                    revocations.append(GrantChange(action, role, names, all, cascades: cascades))
                    if cascades { for name in names { revokers[name, default: []].insert(role) } }
                }
            }
            revoke(.revoke) { name, _ in target[name] == nil }
            revoke(.revokeOption) { name, isGrantable in isGrantable && target[name] == false }
            before[role] = options.filter { target[$0.key] != nil }
            for name in before[role, default: [:]].keys where target[name] == false { before[role]?[name] = false }
        }
        // What was lost with it is granted again.
        for role in before.keys where role != owner {
            for (name, others) in revokers where others != [role] { before[role]?[name] = nil }
        }
        return revocations + grants(from: before, to: after, all)
    }

    private static func grants(
        from before: [String: [String: Bool]], to after: [String: [String: Bool]], _ all: [String]
    ) -> [GrantChange] {
        after.sorted { $0.key < $1.key }.flatMap { role, options in
            let missing = options.filter { name, isGrantable in
                guard let has = before[role]?[name] else { return true }
                return isGrantable && !has
            }
            return [false, true].compactMap { isGrantable -> GrantChange? in
                let names = missing.filter { $0.value == isGrantable }.map(\.key)
                return names.isEmpty ? nil : GrantChange(isGrantable ? .grantWithOption : .grant, role, names, all)
            }
        }
    }

    /// The privileges of each role, and whether it may grant them. Two grantors may have granted the same one.
    private static func byRole(_ grants: Set<Grant>) -> [String: [String: Bool]] {
        var result: [String: [String: Bool]] = [:]
        for grant in grants {
            let known = result[grant.grantee]?[grant.privilege] ?? false
            result[grant.grantee, default: [:]][grant.privilege] = known || grant.isGrantable
        }
        return result
    }

    private init(_ action: Action, _ role: String, _ names: [String], _ all: [String], cascades: Bool = false) {
        self.action = action
        self.role = role
        func place(_ name: String) -> Int { all.firstIndex(of: name) ?? all.count }
        privileges = names.sorted { (place($0), $0) < (place($1), $1) }
        self.cascades = cascades
        areAll = Set(names) == Set(all)
    }

    /// What a change on a table leaves of a column's privileges.
    package func remaining(of grants: Set<Grant>) -> Set<Grant> {
        switch action {
        case .grant, .grantWithOption: grants
        case .revoke, .revokeOption:
            grants.filter { !privileges.contains($0.privilege) || ($0.grantee != role && !cascades) }
        }
    }

    /// The statement.
    ///
    /// - Parameters:
    ///   - object: The object with its kind: `TABLE shop.orders`, or for default privileges `TABLES`.
    ///   - column: The quoted name of the column that they are on.
    package func sql(on object: String, column: String? = nil) -> String {
        let suffix = column.map { " (\($0))" } ?? ""
        let list = areAll ? "ALL\(suffix)" : privileges.map { $0 + suffix }.joined(separator: ", ")
        let name = role.isEmpty ? "PUBLIC" : SQLIdentifier.name(role)
        let cascade = cascades ? " CASCADE" : ""
        return switch action {
        case .grant: "GRANT \(list) ON \(object) TO \(name)"
        case .grantWithOption: "GRANT \(list) ON \(object) TO \(name) WITH GRANT OPTION"
        case .revoke: "REVOKE \(list) ON \(object) FROM \(name)\(cascade)"
        case .revokeOption: "REVOKE GRANT OPTION FOR \(list) ON \(object) FROM \(name)\(cascade)"
        }
    }
}
