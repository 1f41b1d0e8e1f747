package import SchemaModel

extension ObjectFacets {
    /// What an object has right after it was made.
    ///
    /// A migration removes first and changes default privileges last, so the default privileges that count are those of
    /// the old schema that stay.
    ///
    /// - Parameters:
    ///   - role: Who makes it.
    ///   - newOwner: Who owns it then; nil for the role that made it.
    package static func initial(
        for id: ObjectID, createdBy role: String, newOwner: String? = nil, _ context: MigrationContext
    ) -> ObjectFacets {
        var facets = ObjectFacets()
        // The script of an extension may comment on it, which cannot be known beforehand.
        if id.kind == .extension { facets.comment = "" }
        guard ObjectReference(id, in: context.to).owned != nil else { return facets }
        facets.owner = role
        facets.privileges = defaultPrivileges(of: id, for: role, context)
        return newOwner.map { facets.owned(by: $0) } ?? facets
    }

    /// As `get_user_default_acl` in catalog/aclchk.c: privileges for a schema are added to those for all.
    private static func defaultPrivileges(of id: ObjectID, for role: String, _ context: MigrationContext) -> Set<
        Grant
    >? {
        guard let kind = PrivilegeClass(id.kind), let objects = kind.objects else { return nil }
        func grants(in schema: String) -> Set<Grant>? {
            let key = ObjectID(.defaultPrivileges, schema: schema, name: role, signature: objects)
            guard context.to.objects[key] != nil else { return nil }
            return context.from.object(key, as: DefaultPrivileges.self)?.grants
        }
        let everywhere = grants(in: "")
        let here = id.schema.isEmpty ? nil : grants(in: id.schema)
        if everywhere == nil && here == nil { return nil }
        let usual = kind.defaultPrivileges(owner: role, version: context.serverVersion)
        let all = (everywhere ?? usual).union(here ?? [])
        return all == usual ? nil : all
    }

    /// What is left when it gets another owner, who then has what the old one had (`aclnewowner` in utils/adt/acl.c).
    package func owned(by newOwner: String) -> ObjectFacets {
        guard let owner, owner != newOwner else { return self }
        var facets = moved(from: owner, to: newOwner)
        facets.owner = newOwner
        return facets
    }

    /// Gives one role's privileges to another.
    package func moved(from role: String, to other: String) -> ObjectFacets {
        var facets = self
        facets.privileges = privileges.map { grants in
            Set(
                grants.map {
                    $0.grantee == role
                        ? Grant(grantee: other, privilege: $0.privilege, isGrantable: $0.isGrantable) : $0
                })
        }
        return facets
    }
}
