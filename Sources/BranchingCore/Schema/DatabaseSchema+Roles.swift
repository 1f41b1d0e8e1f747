extension DatabaseSchema {
    /// The same schema as if one role had been another all along: as owner, grantee, maker of objects, in policies and
    /// in user mappings.
    ///
    /// If both roles have default privileges or a user mapping for the same, those of the first stay.
    package func renamingRole(_ role: String, to other: String) -> DatabaseSchema {
        guard role != other else { return self }
        let names = RoleRenaming(role: role, other: other)
        // The last of two with one identity counts.
        let sorted = objects.values.sorted { !names.isNamed($0.id) && names.isNamed($1.id) }
        return replacing(
            objects: sorted.map(names.renamed),
            facets: Dictionary(facets.map { (names.renamed($0), names.renamed($1)) }) { first, _ in first },
            changedPrivileges: changedPrivileges.mapValues { changed in
                var changed = changed
                changed.grants = names.renamed(changed.grants)
                return changed
            },
            dependencies: Dictionary(
                dependencies.map { (names.renamed($0), Set($1.map(names.renamed))) }, uniquingKeysWith: { $0.union($1) }
            ))
    }
}

/// One role in the place of another.
private struct RoleRenaming {
    let role: String
    let other: String

    /// Whether the role is part of an object's identity.
    func isNamed(_ id: ObjectID) -> Bool {
        switch id.kind {
        case .defaultPrivileges: id.name == role
        case .userMapping: id.signature == role
        default: false
        }
    }

    func renamed(_ id: ObjectID) -> ObjectID {
        guard isNamed(id) else { return id }
        return id.kind == .userMapping
            ? ObjectID(id.kind, name: id.name, signature: other)
            : ObjectID(id.kind, schema: id.schema, name: other, signature: id.signature)
    }

    func renamed(_ grants: Set<Grant>) -> Set<Grant> {
        guard grants.contains(where: { $0.grantee == role }) else { return grants }
        return Set(
            grants.map {
                $0.grantee == role
                    ? Grant(grantee: other, privilege: $0.privilege, isGrantable: $0.isGrantable) : $0
            })
    }

    func renamed(_ facets: ObjectFacets) -> ObjectFacets {
        var facets = facets
        if facets.owner == role { facets.owner = other }
        facets.privileges = facets.privileges.map(renamed)
        return facets
    }

    func renamed(_ object: any SchemaObject) -> any SchemaObject {
        switch object {
        case let privileges as DefaultPrivileges:
            return DefaultPrivileges(
                role: privileges.id.name == role ? other : privileges.id.name, schema: privileges.id.schema,
                objects: privileges.id.signature, grants: renamed(privileges.grants))
        case let policy as Policy where policy.roles.contains(role):
            return Policy(
                id: policy.id, command: policy.command, isPermissive: policy.isPermissive,
                roles: Set(policy.roles.map { $0 == role ? other : $0 }).sorted(), using: policy.using,
                check: policy.check)
        case let mapping as UserMapping where mapping.role == role:
            return UserMapping(server: mapping.server, role: other, options: mapping.options)
        default: return object
        }
    }
}
