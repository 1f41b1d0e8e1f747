extension SchemaModel {
    /// The schema without the impossible: references to missing objects, and what PostgreSQL refuses.
    func repaired() -> SchemaModel {
        var model = self
        while true {
            let before = model
            for node in model.sorted { model.nodes[node.number] = model.repaired(node) }
            if model == before { return model }
        }
    }

    private func repaired(_ node: ModelNode) -> ModelNode? {
        var node = node
        switch node.kind {
        case .enumeration, .domain, .composite, .sequence, .function, .triggerFunction: return node
        case .table(let table):
            guard let table = repaired(table, node.number) else { return nil }
            node.kind = .table(table)
        case .column(let table, let column):
            guard let owner = self.table(table), let column = repaired(column, of: table) else { return nil }
            if case .partition = owner.form { return nil }
            node.kind = .column(table: table, column)
        case .check(let table, let column, _), .policy(let table, let column, _):
            guard self.table(table) != nil, visibleColumns(of: table).contains(column) else { return nil }
        case .exclusion(let table, let column):
            guard case .plain = self.table(table)?.form, scalar(of: column) == .range,
                visibleColumns(of: table).contains(column)
            else { return nil }
        case .key(let table, let columns, let isPrimary, _):
            guard isKey(columns, of: table), !isPrimary || isOnlyPrimaryKey(node.number, of: table) else { return nil }
        case .foreignKey(let table, let columns, let key, _):
            guard isForeignKey(columns, of: table, to: key) else { return nil }
        case .index(let table, let columns, let isUnique, let condition, let expression):
            guard let index = repairedIndex(table, columns, isUnique, condition, expression) else { return nil }
            node.kind = index
        case .view(let view):
            guard let view = repaired(view, node.number) else { return nil }
            node.kind = .view(view)
        case .trigger(let table, let function, let condition, let variant, let isEnabled):
            guard self.table(table) != nil, case .triggerFunction = nodes[function]?.kind else { return nil }
            let usable = condition.flatMap { visibleColumns(of: table).contains($0) && !isGenerated($0) ? $0 : nil }
            node.kind = .trigger(
                table: table, function: function, condition: usable, variant: variant, isEnabled: isEnabled)
        case .statistics(let table, let columns):
            let visible = columns.filter(visibleColumns(of: table).contains)
            guard self.table(table) != nil, visible.count > 1 else { return nil }
            node.kind = .statistics(table: table, columns: visible)
        case .comment(let target, _):
            guard isCommentable(target) else { return nil }
        case .grant(let target, _):
            guard isGrantable(target) else { return nil }
        }
        return node
    }

    private func repaired(_ table: TableModel, _ number: Int) -> TableModel? {
        var table = table
        switch table.form {
        case .plain(let parents):
            var seen: Set<Int> = []
            table.form = .plain(
                parents: parents.filter { parent in
                    guard parent < number, case .plain = self.table(parent)?.form else { return false }
                    // A column must not occur twice.
                    let columns = visibleColumns(of: parent)
                    guard seen.isDisjoint(with: columns) else { return false }
                    seen.formUnion(columns)
                    return true
                })
        case .partitioned(let column, _):
            table.isUnlogged = false
            table.fillFactor = nil
            if !ownColumns(of: number).contains(column) || !isPartitionKey(column) {
                table.form = .plain(parents: [])
            }
        case .partition(let parent, let slot):
            guard case .partitioned = self.table(parent)?.form else { return nil }
            let isTaken = nodes.values.contains { other in
                if case .table(let rival) = other.kind, case .partition(parent, slot) = rival.form {
                    return other.number < number
                }
                return false
            }
            if isTaken { return nil }
        }
        return table
    }

    private func repaired(_ column: ColumnModel, of table: Int) -> ColumnModel? {
        var column = column
        var base: ScalarType?
        switch column.type {
        case .scalar(let type): base = type
        case .array: break
        case .made(let type):
            switch nodes[type]?.kind {
            case .domain(let type, _, _): base = type
            case .enumeration, .composite: break
            default: return nil
            }
        }
        let isPlain = if case .scalar = column.type { true } else { false }
        switch column.source {
        case .none, .value: break
        case .function(let function):
            guard case .function = nodes[function]?.kind, base == .integer || base == .bigint else { break }
            return column
        case .sequence(let sequence):
            guard case .sequence = nodes[sequence]?.kind, base == .integer || base == .bigint else { break }
            return column
        case .identity:
            guard isPlain, base?.isInteger == true, case .plain = self.table(table)?.form else { break }
            column.isRequired = true
            return column
        case .generated(let source, _):
            guard visibleColumns(of: table).contains(source), !isGenerated(source) else { break }
            column.isRequired = false
            column.hasOwnStorage = false
            return column
        }
        switch column.source {
        case .none, .value: break
        default: column.source = .none
        }
        return column
    }

    /// Not a domain, whose check could refuse a bound.
    private func isPartitionKey(_ column: Int) -> Bool {
        guard case .scalar(let type) = self.column(column)?.type else { return false }
        return type.isInteger && !isGenerated(column)
    }

    private func isKey(_ columns: [Int], of table: Int) -> Bool {
        guard let owner = self.table(table), !columns.isEmpty, Set(columns).count == columns.count,
            Set(columns).isSubset(of: visibleColumns(of: table))
        else { return false }
        if case .partitioned(let column, _) = owner.form { return columns.contains(column) }
        return true
    }

    private func isOnlyPrimaryKey(_ key: Int, of table: Int) -> Bool {
        var parent: Int?
        if case .partition(let above, _) = self.table(table)?.form { parent = above }
        return !nodes.values.contains { other in
            guard case .key(let owner, _, true, _) = other.kind else { return false }
            return owner == parent || (owner == table && other.number < key)
        }
    }

    private func isForeignKey(_ columns: [Int], of table: Int, to key: Int) -> Bool {
        guard let owner = self.table(table), case .key(let target, let keys, _, false) = nodes[key]?.kind,
            let targetTable = self.table(target), owner.isUnlogged == targetTable.isUnlogged,
            Set(columns).isSubset(of: visibleColumns(of: table)), Set(columns).count == columns.count
        else { return false }
        if case .partition(table, _) = targetTable.form { return false }
        return columns.count == keys.count
            && zip(columns, keys).allSatisfy {
                isReferable(column($0)?.type) && column($0)?.type == column($1)?.type && !isGenerated($0)
                    && !isGenerated($1)
            }
    }

    /// PostgreSQL compares arrays of `varchar` as arrays of no type.
    private func isReferable(_ type: ColumnModel.ColumnType?) -> Bool {
        if case .array = type { false } else { true }
    }

    private func repairedIndex(
        _ relation: Int, _ columns: [Int], _ isUnique: Bool, _ condition: Int?, _ expression: Int?
    ) -> ModelKind? {
        let visible = visibleColumns(of: relation)
        let columns = columns.filter(visible.contains)
        guard !columns.isEmpty else { return nil }
        var isUnique = isUnique
        switch nodes[relation]?.kind {
        case .table(let table):
            if case .partitioned(let column, _) = table.form, !columns.contains(column) || expression != nil {
                isUnique = false
            }
        case .view(let view): if !view.isMaterialized { return nil }
        default: return nil
        }
        return .index(
            table: relation, columns: columns, isUnique: isUnique,
            condition: condition.flatMap { visible.contains($0) ? $0 : nil }, expression: expression)
    }

    private func repaired(_ view: ViewModel, _ number: Int) -> ViewModel? {
        var view = view
        view.sources = view.sources.filter { !visibleColumns(of: $0).isEmpty && $0 != number }
        var seen: Set<Int> = []
        // Two sources with the same column: only the first is used.
        view.sources = view.sources.filter { source in
            let columns = visibleColumns(of: source)
            guard seen.isDisjoint(with: columns) else { return false }
            seen.formUnion(columns)
            return true
        }
        var shown: Set<Int> = []
        view.columns = view.columns.filter { seen.contains($0) && shown.insert($0).inserted }
        if case .function = view.function.flatMap({ nodes[$0] })?.kind {} else { view.function = nil }
        if view.form == .groupedByKey {
            let key = view.sources.first.flatMap(primaryKey)
            if view.sources.count != 1 || key == nil || table(view.sources[0]) == nil { view.form = .plain }
        }
        return view.columns.isEmpty ? nil : view
    }

    private func isCommentable(_ number: Int) -> Bool {
        switch nodes[number]?.kind {
        case nil, .comment, .grant: false
        default: true
        }
    }

    private func isGrantable(_ number: Int) -> Bool {
        switch nodes[number]?.kind {
        case .enumeration, .domain, .composite, .sequence, .function, .table, .view, .column: true
        default: false
        }
    }
}
