/// A random schema.
struct SchemaModel: Sendable, Hashable {
    /// Its objects by number.
    var nodes: [Int: ModelNode] = [:]

    /// Its objects, oldest first.
    var sorted: [ModelNode] { nodes.values.sorted { $0.number < $1.number } }

    func table(_ number: Int) -> TableModel? {
        if case .table(let table) = nodes[number]?.kind { table } else { nil }
    }

    func column(_ number: Int) -> ColumnModel? {
        if case .column(_, let column) = nodes[number]?.kind { column } else { nil }
    }

    /// The columns declared in the table itself.
    func ownColumns(of table: Int) -> [Int] {
        sorted.filter { if case .column(table, _) = $0.kind { true } else { false } }.map(\.number)
    }

    /// The columns that a table has or a view shows.
    func visibleColumns(of relation: Int) -> [Int] {
        switch nodes[relation]?.kind {
        case .table(let table):
            switch table.form {
            case .plain(let parents): parents.flatMap(visibleColumns) + ownColumns(of: relation)
            case .partitioned: ownColumns(of: relation)
            case .partition(let parent, _): visibleColumns(of: parent)
            }
        case .view(let view):
            view.form == .grouped ? Array(view.columns.prefix(1)) : view.columns
        default: []
        }
    }

    /// The built-in type of the column in expressions; nil for an enum, a composite type and an array.
    func scalar(of column: Int) -> ScalarType? {
        guard let model = self.column(column) else { return nil }
        guard case .generated(let source, let variant) = model.source else { return scalar(of: model.type) }
        let base = self.column(source).flatMap { scalar(of: $0.type) }
        return (base ?? .jsonb).derived("", variant).type
    }

    private func scalar(of type: ColumnModel.ColumnType) -> ScalarType? {
        switch type {
        case .scalar(let type): return type
        case .array: return nil
        case .made(let type):
            if case .domain(let base, _, _) = nodes[type]?.kind { return base }
            return nil
        }
    }

    func isGenerated(_ column: Int) -> Bool {
        if case .generated = self.column(column)?.source { true } else { false }
    }

    /// The columns of a table's primary key, including one inherited by a partition.
    func primaryKey(of table: Int) -> [Int]? {
        guard let key = primaryKeyNumber(of: table), case .key(_, let columns, _, _) = nodes[key]?.kind else {
            return nil
        }
        return columns
    }

    private func primaryKeyNumber(of table: Int) -> Int? {
        for node in sorted {
            if case .key(table, _, true, false) = node.kind { return node.number }
        }
        if case .partition(let parent, _) = self.table(table)?.form { return primaryKeyNumber(of: parent) }
        return nil
    }

    /// What must be made before an object.
    func needs(of node: ModelNode) -> [Int] {
        switch node.kind {
        case .enumeration, .domain, .composite, .sequence, .function, .triggerFunction: return []
        case .table(let table):
            let columns = ownColumns(of: node.number).compactMap { nodes[$0] }.flatMap(needs).filter {
                $0 != node.number
            }
            switch table.form {
            case .plain(let parents): return parents + columns
            case .partitioned: return columns
            case .partition(let parent, _): return [parent]
            }
        case .column(let table, let column):
            var needs = [table]
            if case .made(let type) = column.type { needs.append(type) }
            switch column.source {
            case .function(let other), .sequence(let other): needs.append(other)
            default: break
            }
            return needs
        case .check(let table, _, _), .key(let table, _, _, _), .exclusion(let table, _), .policy(let table, _, _),
            .statistics(let table, _), .index(let table, _, _, _, _):
            return [table]
        case .foreignKey(let table, _, let key, _): return [table, key]
        case .view(let view):
            let key = view.form == .groupedByKey ? view.sources.first.flatMap(primaryKeyNumber) : nil
            return view.sources + [view.function, key].compactMap(\.self)
        case .trigger(let table, let function, _, _, _): return [table, function]
        case .comment(let target, _), .grant(let target, _): return [target]
        }
    }

    /// The objects in an order in which they can be made; nil if they depend on each other.
    var creationOrder: [ModelNode]? {
        var (order, done, open) = ([ModelNode](), Set<Int>(), Set<Int>())
        func visit(_ node: ModelNode) -> Bool {
            if done.contains(node.number) { return true }
            guard open.insert(node.number).inserted else { return false }
            for need in needs(of: node) {
                if let other = nodes[need], !visit(other) { return false }
            }
            done.insert(node.number)
            order.append(node)
            return true
        }
        for node in sorted where !visit(node) { return nil }
        return order
    }
}
