import SchemaModel

/// What becomes of every object that does not stay as it is.
struct DecisionTable: Sendable {
    let context: MigrationContext
    /// By object.
    private(set) var decisions: [ObjectID: Decision] = [:]
    /// Types that are made again while columns use them: the old one is renamed and goes last.
    private(set) var swappedTypes: Set<ObjectID> = []
    /// Columns that change to another version of their type, through their text.
    private(set) var swappedColumns: Set<ObjectID> = []
    /// What depends on each object, in the schema that is migrated.
    private let dependents: [ObjectID: [ObjectID]]

    init(context: MigrationContext) {
        self.context = context
        var dependents: [ObjectID: [ObjectID]] = [:]
        for (dependent, needed) in context.from.dependencies {
            for object in needed { dependents[object, default: []].append(dependent) }
        }
        self.dependents = dependents
        compare()
        detachIndexes()
        propagate()
        swapNeededTypes()
    }

    private mutating func compare() {
        for (id, new) in context.to.objects {
            guard let old = context.from.objects[id] else {
                decisions[id] = .create
                continue
            }
            decisions[id] = Self.decision(from: old, to: new, context)
        }
        for id in context.from.objects.keys where context.to.objects[id] == nil { decisions[id] = .drop }
    }

    /// A partition's index that is no longer part of its parent's: it cannot be detached, so both are made again. With
    /// the partition itself it goes by itself.
    private mutating func detachIndexes() {
        for case let attachment as IndexAttachment in context.from.objects.values
        where decisions[attachment.id] == .drop && decisions[attachment.parent] == nil {
            guard let table = context.from.container(of: attachment.child), decisions[table]?.removes != true,
                let parent = context.from.container(of: attachment.parent)
            else { continue }
            let stays = context.from.inheritances(ofTable: table).contains { id in
                context.from.object(id, as: Inheritance.self)?.parent == parent && decisions[id]?.removes != true
            }
            guard stays else { continue }
            decisions[attachment.parent] = .rebuild
            if decisions[attachment.child] == nil { decisions[attachment.child] = .rebuild }
        }
    }

    private static func decision<New: SchemaObject>(
        from old: any SchemaObject, to new: New, _ context: MigrationContext
    ) -> Decision? {
        guard let old = old as? New else { return .rebuild }
        if old == new { return context.isMadeAnewUnchanged(new.id) ? .rebuild : nil }
        switch (new as? any MigratedObject)?.alteration(fromAny: old, context) ?? .rebuild {
        case .inPlace(let statements): return statements.isEmpty ? nil : .alter(statements, isDisturbing: false)
        // No statements: a parent's change does it to a child.
        case .disturbing(let statements): return .alter(statements, isDisturbing: true)
        case .rebuild: return .rebuild
        }
    }

    /// Spreads removals, rebuilds and disturbances to what depends on them.
    private mutating func propagate() {
        var queue = decisions.filter { _, decision in
            switch decision {
            case .rebuild, .drop: true
            case .alter(_, let isDisturbing): isDisturbing
            case .create: false
            }
        }.keys.sorted()
        while let id = queue.popLast() {
            let parts = decisions[id] == .rebuild ? context.from.parts(of: id) : []
            let attached = attachedIndexes(with: id)
            for dependent in (dependents[id] ?? []) + parts + attached {
                if disturb(dependent, by: id) { queue.append(dependent) }
            }
            for partition in context.copiedPartitions(of: id, decisions) where decisions[partition] != .rebuild {
                decisions[partition] = .rebuild
                queue.append(partition)
            }
        }
    }

    /// An old type that goes last keeps what it is made of until then.
    private mutating func swapNeededTypes() {
        var queue = swappedTypes.sorted()
        while let id = queue.popLast() {
            for needed in (context.from.dependencies[id] ?? []).sorted() where needed.kind == .type {
                guard decisions[needed] == .rebuild, swappedTypes.insert(needed).inserted else { continue }
                queue.append(needed)
            }
        }
    }

    /// A partition's index is part of its parent's: neither is removed alone.
    private func attachedIndexes(with id: ObjectID) -> [ObjectID] {
        guard id.kind == .indexAttachment, decisions[id] == .rebuild,
            let attachment = context.from.object(id, as: IndexAttachment.self)
        else { return [] }
        return [attachment.parent, attachment.child]
    }

    /// Whether PostgreSQL, which carries an object over by printing it, reads that as something else.
    private static func isPrintedAnew(_ object: any SchemaObject) -> Bool {
        let definition = (object as? Index)?.definition ?? (object as? Constraint)?.definition ?? ""
        return ImplicitArrayCast.removed(from: definition) != definition
    }

    /// - Returns: Whether the decision about the dependent changed.
    private mutating func disturb(_ dependent: ObjectID, by id: ObjectID) -> Bool {
        guard let new = context.to.objects[dependent], let old = context.from.objects[dependent],
            decisions[dependent] != .rebuild
        else { return false }
        // A changed object stops needing what is dropped. An unchanged one now means another of the same name.
        if decisions[id] == .drop, decisions[dependent] != nil || dependent.kind == .column { return false }
        switch dependent.kind {
        case .table, .foreignTable, .schema, .extension, .sequence: return false
        case .column: return disturb(column: dependent, from: old, to: new, by: id)
        case .index, .constraint, .statistics, .sequenceOwnership, .indexAttachment, .clusterMark, .replicaIdentity,
            .inheritance, .publicationMember:
            // PostgreSQL itself carries these over when a column gets another type.
            if id.kind == .column, decisions[id] != .rebuild, !swappedColumns.contains(id),
                !Self.isPrintedAnew(new)
            {
                return false
            }
        default: break
        }
        decisions[dependent] = .rebuild
        return true
    }

    private mutating func disturb(
        column: ObjectID, from old: any SchemaObject, to new: any SchemaObject, by id: ObjectID
    ) -> Bool {
        guard let new = new as? Column, let old = old as? Column else { return false }
        if id == new.table || new.generation != nil {
            decisions[column] = .rebuild
            return true
        }
        guard id.kind == .type, !swappedColumns.contains(column) else { return false }
        swappedTypes.insert(id)
        swappedColumns.insert(column)
        decisions[column] = .alter(new.swapped(from: old, context), isDisturbing: true)
        return true
    }
}
