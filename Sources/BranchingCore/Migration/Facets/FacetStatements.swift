import DiffTerms
import SQLText
package import SchemaModel

/// Writes the statements that give objects their owners, privileges, comments and security labels.
package struct FacetStatements: Sendable {
    private let context: MigrationContext
    private let isMade: @Sendable (ObjectID) -> Bool
    private let carriers: FacetCarriers

    /// Prepares for a migration.
    ///
    /// - Parameter isMade: Whether the migration makes an object, for the first time or again.
    package init(_ context: MigrationContext, isMade: @escaping @Sendable (ObjectID) -> Bool) {
        self.context = context
        self.isMade = isMade
        carriers = FacetCarriers(context.to)
    }

    /// What may need statements, sorted, columns last: their privileges go with those of the relation.
    package var ids: [ObjectID] {
        Set(context.from.facets.keys).union(context.to.facets.keys).union(context.to.objects.keys.filter(isMade))
            .filter { carriers.carrier(of: $0) != nil }
            .sortedColumnsLast()
    }

    /// The statements for one object, once it matches the new schema in all else.
    package func statements(for id: ObjectID) -> [Statement] {
        let old = facetsBefore(id)
        let new = context.to.facets[id] ?? ObjectFacets()
        guard old != new || id.kind == .column else { return [] }
        return Self.statements(
            for: id, from: id.kind == .column ? columnBefore(id, old) : old, to: new, context,
            changesOwner: !ownerFollows(id))
    }

    /// The object whose statement makes this one: itself, or what it is a part of.
    package func carrier(of id: ObjectID) -> ObjectID? { carriers.carrier(of: id) }

    private func facetsBefore(_ id: ObjectID) -> ObjectFacets {
        let carrier = carriers.carrier(of: id) ?? id
        let isNew = isMade(id) || isMade(carrier) || context.to.container(of: id).map(isMade) == true
        return isNew
            ? .initial(for: id, createdBy: context.from.currentUser, context)
            : context.from.facets[id] ?? ObjectFacets()
    }

    /// Whether its owner follows another's: a sequence that belongs to a column follows the table, as statements for it
    /// are refused (`ATExecChangeOwner` in commands/tablecmds.c).
    private func ownerFollows(_ id: ObjectID) -> Bool {
        guard id.kind == .sequence else { return false }
        let link = ObjectID(.sequenceOwnership, schema: id.schema, name: id.name)
        return context.to.objects[id] == nil || context.to.objects[link] != nil
    }

    /// What is left of a column's privileges once the table's owner and privileges change: revoking on the table
    /// revokes on its columns (`ExecGrant_Relation` in catalog/aclchk.c).
    private func columnBefore(_ id: ObjectID, _ old: ObjectFacets) -> ObjectFacets {
        guard let table = context.to.container(of: id), var grants = old.privileges, !grants.isEmpty else { return old }
        let before = facetsBefore(table)
        let after = context.to.facets[table] ?? ObjectFacets()
        if let owner = before.owner, let newOwner = after.owner {
            grants = old.moved(from: owner, to: newOwner).privileges ?? []
        }
        for change in Self.grantChanges(for: table, from: before, to: after, context) {
            grants = change.remaining(of: grants)
        }
        var left = old
        left.privileges = grants
        return left
    }
}

extension FacetStatements {
    /// The statements that lead from some facets of an object to others.
    ///
    /// - Parameter changesOwner: Whether a new owner takes a statement; otherwise something else sees to that.
    package static func statements(
        for id: ObjectID, from old: ObjectFacets, to new: ObjectFacets, _ context: MigrationContext,
        changesOwner: Bool = true
    ) -> [Statement] {
        let reference = ObjectReference(id, in: context.to)
        let isKnown = context.from.objects[id] != nil || context.from.facets[id] != nil
        let hazards = isKnown ? [Hazard(.authorizationChange)] : []
        var statements: [Statement] = []
        if changesOwner, let owner = new.owner, owner != old.owner, let object = reference.owned {
            statements.append(
                Statement("ALTER \(object) OWNER TO \(SQLIdentifier.name(owner))", hazards: hazards))
        }
        if let object = reference.granted {
            let column = id.kind == .column ? SQLIdentifier.name(id.name) : nil
            statements += grantChanges(for: id, from: old, to: new, context).map {
                Statement($0.sql(on: object, column: column), hazards: hazards)
            }
        }
        guard let object = reference.described else { return statements }
        if old.comment != new.comment {
            let text = new.comment.map(SQLIdentifier.literal) ?? "NULL"
            statements.append(Statement("COMMENT ON \(object) IS \(text)"))
        }
        let providers = Set(old.securityLabels.keys).union(new.securityLabels.keys).sorted()
        for provider in providers where old.securityLabels[provider] != new.securityLabels[provider] {
            let text = new.securityLabels[provider].map(SQLIdentifier.literal) ?? "NULL"
            statements.append(
                Statement(
                    "SECURITY LABEL FOR \(SQLIdentifier.name(provider)) ON \(object) IS \(text)", hazards: hazards))
        }
        return statements
    }

    /// The privileges that are granted and revoked, once the owner is the new one.
    private static func grantChanges(
        for id: ObjectID, from old: ObjectFacets, to new: ObjectFacets, _ context: MigrationContext
    ) -> [GrantChange] {
        guard let kind = PrivilegeClass(id.kind) else { return [] }
        // Servers of two versions may know different privileges.
        let version = min(context.from.serverVersion, context.to.serverVersion)
        let all = kind.privileges(version: version)
        let owner = new.owner ?? old.owner
        func effective(_ facets: ObjectFacets) -> Set<Grant> {
            let grants = facets.privileges ?? kind.defaultPrivileges(owner: owner, version: version)
            return grants.filter { all.contains($0.privilege) }
        }
        let before = owner.map { old.owned(by: $0) } ?? old
        return GrantChange.changes(from: effective(before), to: effective(new), all: all, owner: owner)
    }
}
