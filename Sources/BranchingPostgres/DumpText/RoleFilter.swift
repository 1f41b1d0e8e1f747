/// Adapts a plain-text dump to a cluster that lacks some of its roles: leaves out owners that cannot be assigned and
/// privileges of missing roles, and reports what it left out.
///
/// A dump whose roles all exist passes unchanged.
package struct RoleFilter: Sendable {
    /// What happens to a statement.
    package typealias Decision = DumpFilter.Decision

    /// What was left out so far.
    package private(set) var report = RoleFilterReport()

    private let roles: TargetRoles
    /// Whether a `SET SESSION AUTHORIZATION` was left out, and its `RESET` has to be too.
    private var authorizationIsLeftOut = false

    package init(roles: TargetRoles) {
        self.roles = roles
    }

    /// What happens to a statement; statements must come in the order of the dump.
    package mutating func decide(_ statement: DumpStatement) throws(RoleFilterRefusal) -> Decision {
        if statement.begins(with: "alter", "default", "privileges") { return decideDefaultPrivileges(statement) }
        if statement.begins(with: "alter") { return decideOwner(statement) }
        if statement.begins(with: "grant") || statement.begins(with: "revoke") {
            return decideGrantees(statement, as: .privilege)
        }
        if statement.begins(with: "set", "session", "authorization") { return decideAuthorization(statement) }
        if authorizationIsLeftOut, statement.begins(with: "reset", "session", "authorization") {
            authorizationIsLeftOut = false
            return .leaveOut
        }
        if statement.begins(with: "create", "policy") { try checkPolicy(statement) }
        if statement.begins(with: "create", "user", "mapping") { try checkUserMapping(statement) }
        return .keep
    }
}

// MARK: - What can be left out

extension RoleFilter {
    /// `ALTER … OWNER TO role;`
    private mutating func decideOwner(_ statement: DumpStatement) -> Decision {
        let last = statement.tokens.count - 1
        guard statement.isWord("owner", at: last - 3), statement.isWord("to", at: last - 2) else { return .keep }
        return decide(RoleList(in: statement, at: last - 1), within: roles.assignable, as: .owner)
    }

    /// `ALTER DEFAULT PRIVILEGES FOR ROLE role [IN SCHEMA …] GRANT … TO role;`
    private mutating func decideDefaultPrivileges(_ statement: DumpStatement) -> Decision {
        if statement.isWord("for", at: 3) {
            let creators = RoleList(in: statement, at: 5)
            if decide(creators, within: roles.assignable, as: .defaultPrivilege) == .leaveOut { return .leaveOut }
        }
        return decideGrantees(statement, as: .defaultPrivilege)
    }

    /// `GRANT … TO role, …;` and `REVOKE … FROM role, …;`
    private mutating func decideGrantees(
        _ statement: DumpStatement, as kind: RoleFilterReport.Kind
    ) -> Decision {
        // Both are reserved words, so an object with that name is quoted.
        guard
            let first = statement.tokens.indices.last(where: {
                statement.isWord("to", at: $0) || statement.isWord("from", at: $0)
            })
        else { return .keep }
        let grantees = RoleList(in: statement, at: first + 1)
        let missing = grantees.names(missingIn: roles.existing)
        for role in missing { report.leftOut(kind, role: role) }
        if missing.isEmpty { return .keep }
        let kept = grantees.entries.filter { entry in entry.name.map { !missing.contains($0) } ?? true }
        guard !kept.isEmpty, let last = grantees.entries.last else { return .leaveOut }
        let names = kept.map { statement.text(at: $0.token) }.joined(separator: Array(", ".utf8))
        let head = statement.bytes.prefix(statement.tokens[first + 1].range.lowerBound)
        let tail = statement.bytes.suffix(from: statement.tokens[last.token].range.upperBound)
        return .replace(with: Array(head) + names + Array(tail))
    }

    /// `SET SESSION AUTHORIZATION role;`, which pg_dump writes before a privilege that the owner did not grant.
    /// Without it the owner grants it: the grantor differs, but the grantee has the same privilege.
    private mutating func decideAuthorization(_ statement: DumpStatement) -> Decision {
        guard let role = statement.name(at: 3), !statement.isWord("default", at: 3) else { return .keep }
        guard !roles.isSuperuser || !roles.existing.contains(role) else { return .keep }
        authorizationIsLeftOut = true
        report.leftOut(.grantor, role: role)
        return .leaveOut
    }

    private mutating func decide(
        _ list: RoleList, within allowed: Set<String>, as kind: RoleFilterReport.Kind
    ) -> Decision {
        let missing = list.names(missingIn: allowed)
        for role in missing { report.leftOut(kind, role: role) }
        return missing.isEmpty ? .keep : .leaveOut
    }
}

// MARK: - What cannot

extension RoleFilter {
    private func checkPolicy(_ statement: DumpStatement) throws(RoleFilterRefusal) {
        guard let name = statement.name(at: 2),
            let role = statement.policyRoles?.names(missingIn: roles.existing).first
        else { return }
        throw .policy(name: name, table: qualifiedName(in: statement, at: 4), role: role)
    }

    /// `CREATE USER MAPPING [IF NOT EXISTS] FOR role SERVER server [OPTIONS (…)];`
    private func checkUserMapping(_ statement: DumpStatement) throws(RoleFilterRefusal) {
        guard let index = statement.tokens.indices.first(where: { statement.isWord("for", at: $0) }) else { return }
        guard let role = RoleList(in: statement, at: index + 1).names(missingIn: roles.existing).first else { return }
        throw .userMapping(server: statement.name(at: index + 3) ?? "", role: role)
    }

    private func qualifiedName(in statement: DumpStatement, at first: Int) -> String {
        var name = String(decoding: statement.text(at: first), as: UTF8.self)
        var index = first + 1
        while statement.isSymbol(".", at: index) {
            name += "." + String(decoding: statement.text(at: index + 1), as: UTF8.self)
            index += 2
        }
        return name
    }
}

/// The roles of the cluster that a dump is restored into, as its restoring role sees them.
package struct TargetRoles: Sendable, Hashable {
    /// Every role that exists, by its name in `pg_roles`.
    package var existing: Set<String>
    /// The roles that the restoring role may make owners of objects: those that it can `SET ROLE` to.
    package var assignable: Set<String>
    /// Whether the restoring role is a superuser: only they may `SET SESSION AUTHORIZATION`.
    package var isSuperuser: Bool

    package init(existing: Set<String>, assignable: Set<String>, isSuperuser: Bool) {
        self.existing = existing
        self.assignable = assignable
        self.isSuperuser = isSuperuser
    }
}
