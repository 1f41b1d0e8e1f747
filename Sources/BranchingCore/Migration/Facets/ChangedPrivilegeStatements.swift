import DiffTerms
import SQLText
import SchemaModel

/// Changes of the privileges on objects that users did not make.
struct ChangedPrivilegeStatements {
    /// The statements, those for columns last: revoking on a relation revokes on its columns.
    private(set) var statements: [Statement] = []
    /// What changes of each object, in words.
    private(set) var details: [ObjectID: [String]] = [:]
    /// What the statements of each object may do.
    private(set) var hazards: [ObjectID: [Hazard]] = [:]

    private let context: MigrationContext
    private let isMade: (ObjectID) -> Bool
    /// What was changed before, by its name once extensions are in their new schemas.
    private let before: [ObjectID: ChangedPrivileges]

    /// - Parameter isMade: Whether the migration makes an extension, for the first time or again.
    init(context: MigrationContext, isMade: @escaping (ObjectID) -> Bool) {
        self.context = context
        self.isMade = isMade
        before = Self.moved(context)
        let ids = Set(before.keys).union(context.to.changedPrivileges.keys)
            .sortedColumnsLast()
        var revoked: [ObjectID: [GrantChange]] = [:]
        for id in ids {
            guard let (before, after) = sides(of: id), let object = ObjectReference(id, in: context.to).granted else {
                continue
            }
            let changes = changes(of: id, from: before, to: after, afterTable: revoked)
            guard !changes.isEmpty else { continue }
            if id.kind != .column { revoked[ObjectID(.table, schema: id.schema, name: id.name)] = changes }
            let column = id.kind == .column ? SQLIdentifier.name(id.name) : nil
            statements += changes.map {
                Statement($0.sql(on: object, column: column), hazards: [Hazard(.authorizationChange)])
            }
            details[id] = ["privileges"]
            hazards[id] = [Hazard(.authorizationChange)]
        }
    }

    /// The privileges once everything else is done, and the wanted ones; nil to change nothing.
    private func sides(of id: ObjectID) -> (before: Set<Grant>, after: Set<Grant>)? {
        let old = before[id]
        let new = context.to.changedPrivileges[id]
        guard let known = new ?? old else { return nil }
        guard let provider = known.provider else {
            // Another version of PostgreSQL may lack it.
            let isSameVersion = context.from.serverVersion / 10_000 == context.to.serverVersion / 10_000
            return isSameVersion ? (old?.grants ?? known.initial, new?.grants ?? known.initial) : nil
        }
        guard let wanted = context.to.object(provider, as: Extension.self) else { return nil }
        if isMade(provider) { return (known.initial, new?.grants ?? known.initial) }
        // Another version of the extension may lack it.
        let has = context.from.object(provider, as: Extension.self)
        guard new != nil || has?.version == wanted.version else { return nil }
        return (old?.grants ?? known.initial, new?.grants ?? known.initial)
    }

    private static func moved(_ context: MigrationContext) -> [ObjectID: ChangedPrivileges] {
        func moved(_ id: ObjectID, _ privileges: ChangedPrivileges) -> ObjectID {
            guard let provider = privileges.provider,
                let old = context.from.object(provider, as: Extension.self)?.schema,
                let new = context.to.object(provider, as: Extension.self)?.schema, old != new, id.schema == old
            else { return id }
            // The types of arguments may be the extension's, too.
            let signature = id.signature.replacing(
                SQLIdentifier.name(old) + ".", with: SQLIdentifier.name(new) + ".")
            return ObjectID(id.kind, schema: new, parent: id.parent, name: id.name, signature: signature)
        }
        return Dictionary(context.from.changedPrivileges.map { (moved($0.key, $0.value), $0.value) }) { $1 }
    }

    /// Revoking on a table revokes on its columns (`ExecGrant_Relation` in catalog/aclchk.c).
    private func changes(
        of id: ObjectID, from before: Set<Grant>, to after: Set<Grant>, afterTable revoked: [ObjectID: [GrantChange]]
    ) -> [GrantChange] {
        guard let kind = PrivilegeClass(id.kind) else { return [] }
        let all = kind.privileges(version: min(context.from.serverVersion, context.to.serverVersion))
        var before = before
        if id.kind == .column {
            for change in revoked[ObjectID(.table, schema: id.schema, name: id.parent)] ?? [] {
                before = change.remaining(of: before)
            }
        }
        return GrantChange.changes(
            from: before.filter { all.contains($0.privilege) }, to: after.filter { all.contains($0.privilege) },
            all: all)
    }
}

extension Sequence<ObjectID> {
    /// The objects in order, relations of any kind before all columns: revoking on a relation also revokes on its
    /// columns (`ExecGrant_Relation` in catalog/aclchk.c).
    func sortedColumnsLast() -> [ObjectID] {
        sorted { ($0.kind == .column ? 1 : 0, $0) < ($1.kind == .column ? 1 : 0, $1) }
    }
}
