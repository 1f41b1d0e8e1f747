import SchemaModel

/// The steps of a migration: what is done, and with which step each object comes and goes.
struct PlannedSteps {
    let context: MigrationContext
    let table: DecisionTable
    private(set) var actions: [Action] = []
    private var steps: [ObjectID: Steps] = [:]
    /// Views that are made with what needs them.
    let newCircles: ViewCircles
    /// Views that go with what needs them.
    let oldCircles: ViewCircles
    private let absorption: Absorption
    private let inlineDefaults: Set<ObjectID>

    init(context: MigrationContext, table: DecisionTable) {
        self.context = context
        self.table = table
        absorption = Absorption(context: context, decisions: table.decisions)
        inlineDefaults = InlineDefaults(context: context, decisions: table.decisions).defaults
        newCircles = ViewCircles(in: context.to.dependencies) { table.decisions[$0]?.creates == true }
        oldCircles = ViewCircles(in: context.from.dependencies) { table.decisions[$0]?.removes == true }
        for id in table.decisions.keys.sorted() { addSteps(for: id) }
        resolveAbsorbed()
    }

    /// The steps of an object.
    subscript(id: ObjectID) -> Steps { steps[id] ?? Steps() }

    /// Every object that has steps.
    var all: [ObjectID: Steps] { steps }

    /// Whether a step is an object's own; otherwise the object comes or goes with another.
    func isOwn(_ step: Int, of id: ObjectID) -> Bool { actions[step].id == id }

    /// Whether an object has its own step; otherwise it comes and goes with another, which is reported instead.
    func isOwnChange(_ id: ObjectID) -> Bool {
        [self[id].build, self[id].remove].contains { step in
            step.map { isOwn($0, of: id) && !actions[$0].statements.isEmpty } == true
        }
    }

    /// The steps in order.
    func ordered() -> [Action] {
        var order = ActionOrder(actions: actions)
        DependencyOrder(planned: self).link(&order)
        InheritanceOrder(planned: self).link(&order)
        NameOrder(planned: self).link(&order)
        PersistenceOrder(planned: self).link(&order)
        DetachmentOrder(planned: self).link(&order)
        RowOrder(planned: self).link(&order)
        return order.sorted().map { actions[$0] }
    }

    // MARK: - What is done

    private mutating func addSteps(for id: ObjectID) {
        guard let decision = table.decisions[id] else { return }
        if case .alter(let statements, _) = decision {
            if maker(of: id) == id { add(id, .build, statements) }
            return
        }
        if case .detach(let removing, let building) = decision {
            add(id, .remove, removing)
            add(id, .build, building)
            return
        }
        if decision.removes, let old = context.from.migrated(id), absorption.remover(of: id) == nil {
            addRemoval(of: old, isRebuild: decision == .rebuild)
        }
        if decision.creates, let new = context.to.migrated(id), maker(of: id) == id {
            addCreation(of: new)
        }
    }

    private mutating func addCreation(of new: any MigratedObject) {
        if let view = new as? View, newCircles.views.contains(view.id) {
            add(view.id, .shell, [view.shell])
            add(view.id, .build, [view.replacement])
        } else {
            add(new.id, .build, creation(of: new))
        }
        if let filling = (new as? MaterializedView)?.filling(context) { add(new.id, .fill, [filling]) }
    }

    private mutating func addRemoval(of old: any MigratedObject, isRebuild: Bool) {
        let id = old.id
        if table.swapped.contains(id), isRebuild {
            add(id, .rename, ObjectSwap.renaming(old))
            add(id, .remove, ObjectSwap.removal(of: old))
            return
        }
        if let old = old as? Table, let new = context.to.objects[id] as? Table, isRebuild,
            !context.isCopiedWithParent(id, table.decisions),
            let copy = TableRowCopy(from: old, to: new, swapped: table.swappedColumns, context)
        {
            add(id, .save, copy.saving)
            add(id, .restore, copy.restoring)
            add(id, .remove, old.removal(context).map { Statement($0.sql) })
            return
        }
        if let view = old as? View, oldCircles.views.contains(id) { add(id, .empty, [view.emptying]) }
        add(id, .remove, old.removal(context))
    }

    private func creation(of new: any MigratedObject) -> [Statement] {
        switch new {
        case let column as Column: column.creation(context, defaults: inlineDefaults)
        case let table as Table: table.creation(context, defaults: inlineDefaults)
        default: new.creation(context)
        }
    }

    private mutating func add(_ id: ObjectID, _ phase: Action.Phase, _ statements: [Statement]) {
        actions.append(Action(id: id, phase: phase, statements: statements))
        steps[id, default: Steps()].set(actions.count - 1, for: phase)
    }

    // MARK: - What comes and goes with others

    private mutating func resolveAbsorbed() {
        for (id, decision) in table.decisions {
            if self[id].build == nil, context.to.objects[id] != nil, let builder = self[maker(of: id)].build {
                steps[id, default: Steps()].build = builder
            }
            guard decision.removes, self[id].remove == nil else { continue }
            let remover = remover(of: id)
            // A column that becomes an identity column takes its sequence along.
            if remover != id, let step = self[remover].remove ?? self[remover].build {
                steps[id, default: Steps()].remove = step
            }
        }
    }

    /// The object whose step makes it.
    private func maker(of id: ObjectID) -> ObjectID {
        var current = id
        while let next = absorption.maker(of: current, default: { inlineDefaults.contains($0) }), next != current {
            current = next
        }
        return current
    }

    /// The object whose step removes it.
    private func remover(of id: ObjectID) -> ObjectID {
        var current = id
        while let next = absorption.remover(of: current), next != current { current = next }
        return current
    }
}
