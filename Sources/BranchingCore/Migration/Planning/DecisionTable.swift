import SchemaModel

/// What becomes of every object that does not stay as it is.
struct DecisionTable: Sendable {
    let context: MigrationContext
    /// By object.
    var decisions: [ObjectID: Decision] = [:]
    /// What is made again while columns use it: the old one is renamed and goes last.
    var swapped: Set<ObjectID> = []
    /// Columns that change to another version of their type or collation.
    var swappedColumns: Set<ObjectID> = []
    /// The columns that hold rows of a relation and let go of its type, by relation.
    var detachedColumns: [ObjectID: Set<ObjectID>] = [:]
    /// What changed and whose dependents are still to be looked at.
    var queue: [ObjectID] = []
    /// What depends on each object, in the schema that is migrated.
    private let dependents: [ObjectID: [ObjectID]]
    let rowTypes: RowTypeUse

    init(context: MigrationContext) {
        self.context = context
        var dependents: [ObjectID: [ObjectID]] = [:]
        for (dependent, needed) in context.from.dependencies {
            for object in needed { dependents[object, default: []].append(dependent) }
        }
        self.dependents = dependents
        rowTypes = RowTypeUse(context.from)
        compare()
        separateIndexes()
        propagate()
        swapNeeded()
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
        detachFromWidenedRows()
        queue += decisions.filter { _, decision in
            switch decision {
            case .rebuild, .drop, .detach: true
            case .alter(_, let isDisturbing): isDisturbing
            case .create: false
            }
        }.keys.sorted()
        while let id = queue.popLast() {
            // A domain that lets go of a function stays for those that use it.
            if case .detach? = decisions[id], id.kind != .column { continue }
            detachRows(of: id)
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

    /// What goes last keeps what it is made of until then.
    private mutating func swapNeeded() {
        var queue = swapped.sorted()
        while let id = queue.popLast() {
            for needed in (context.from.dependencies[id] ?? []).sorted() where ObjectSwap.kinds.contains(needed.kind) {
                guard decisions[needed] == .rebuild, swapped.insert(needed).inserted else { continue }
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
}
