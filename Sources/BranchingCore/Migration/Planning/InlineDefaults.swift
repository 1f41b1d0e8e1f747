import SchemaModel

/// The defaults written with their columns: those that need nothing that needs the table itself.
struct InlineDefaults {
    private(set) var defaults: Set<ObjectID> = []
    private let context: MigrationContext
    private let decisions: [ObjectID: Decision]

    init(context: MigrationContext, decisions: [ObjectID: Decision]) {
        self.context = context
        self.decisions = decisions
        for (id, decision) in decisions where id.kind == .columnDefault && decision.creates {
            if canStandWithColumn(id) { defaults.insert(id) }
        }
    }

    private func canStandWithColumn(_ id: ObjectID) -> Bool {
        let table = context.to.container(of: id)
        let column = id.defaultedColumn
        var seen: Set<ObjectID> = []
        var stack = (context.to.dependencies[id] ?? []).filter { $0 != column && $0 != table }
        while let next = stack.popFirst() {
            guard decisions[next] != nil, seen.insert(next).inserted else { continue }
            if next == table || (next.schema == id.schema && next.parent == id.parent && next.kind == .column) {
                return false
            }
            stack.formUnion(context.to.dependencies[next] ?? [])
            if let container = context.to.container(of: next) { stack.insert(container) }
        }
        return true
    }
}
