import TestSupport

extension SchemaGenerator {
    /// The schema with one random edit.
    mutating func edited(_ model: SchemaModel) -> SchemaModel {
        if random.oneIn(4) { return grown(model) }
        guard let node = random.pick(model.sorted) else { return grown(model) }
        var edited = model
        switch random.number(6) {
        case 0: edited.nodes[node.number] = nil
        default: edit(node, in: &edited)
        }
        edited = edited.repaired()
        return edited.creationOrder == nil ? model : edited
    }

    private mutating func edit(_ node: ModelNode, in model: inout SchemaModel) {
        switch node.kind {
        case .column(let table, let column): edit(column, node, of: table, in: &model)
        case .table(let table): edit(table, node, in: &model)
        default:
            let kind = edited(node.kind, in: model)
            model.nodes[node.number]?.kind = kind
        }
    }

    private mutating func edited(_ kind: ModelKind, in model: SchemaModel) -> ModelKind {
        switch kind {
        case .enumeration(var labels):
            switch random.number(3) {
            case 0: labels.insert("more \(random.number(1000))", at: random.number(labels.count + 1))
            case 1 where labels.count > 1: labels.remove(at: random.number(labels.count))
            default: labels.shuffle(using: &random)
            }
            return .enumeration(labels: labels)
        case .domain(let base, let check, let value):
            switch random.number(3) {
            case 0: return .domain(base: scalar(), check: check, value: value)
            case 1: return .domain(base: base, check: check == nil ? random.number(6) : nil, value: value)
            default: return .domain(base: base, check: check, value: value == nil ? random.number(6) : nil)
            }
        case .composite(var attributes):
            if random.oneIn(2) { attributes.append(scalar()) } else { attributes[attributes.count - 1] = scalar() }
            return .composite(attributes: attributes)
        case .sequence(let increment, let isCycle): return .sequence(increment: increment + 1, isCycle: !isCycle)
        case .function(let variant, let result):
            return .function(variant: random.number(8), result: variant % 3 == 0 ? .bigint : result)
        case .triggerFunction: return .triggerFunction(variant: random.number(9))
        case .table, .column: return kind
        case .check(let table, let column, let variant):
            return .check(table: table, column: column, variant: variant + 1)
        case .key(let table, let columns, let isPrimary, let isDeferrable):
            if random.oneIn(2) {
                return .key(table: table, columns: columns, isPrimary: isPrimary, isDeferrable: !isDeferrable)
            }
            return .key(
                table: table, columns: random.some(2, of: model.visibleColumns(of: table)), isPrimary: !isPrimary,
                isDeferrable: isDeferrable)
        case .foreignKey(let table, let columns, let key, let isCascading):
            return .foreignKey(table: table, columns: columns, key: key, isCascading: !isCascading)
        case .exclusion(let table, _):
            return .exclusion(table: table, column: random.pick(model.visibleColumns(of: table)) ?? 0)
        case .index(let table, let columns, let isUnique, let condition, let expression):
            return .index(
                table: table, columns: random.oneIn(2) ? columns : columns.reversed(),
                isUnique: random.oneIn(3) ? !isUnique : isUnique, condition: condition == nil ? columns.first : nil,
                expression: random.oneIn(2) ? expression : random.number(4))
        case .view(var view):
            edit(&view, in: model)
            return .view(view)
        case .trigger(let table, let function, let condition, let variant, let isEnabled):
            return .trigger(
                table: table, function: function, condition: random.oneIn(2) ? condition : nil,
                variant: random.oneIn(2) ? variant : variant + 1, isEnabled: random.oneIn(2) ? isEnabled : !isEnabled)
        case .policy(let table, let column, let variant):
            return .policy(table: table, column: column, variant: variant + 1)
        case .statistics(let table, _):
            return .statistics(table: table, columns: random.some(3, of: model.visibleColumns(of: table)))
        case .comment(let target, let variant): return .comment(target: target, variant: variant + 1)
        case .grant(let target, let variant): return .grant(target: target, variant: variant + 1)
        }
    }

    private mutating func edit(_ view: inout ViewModel, in model: SchemaModel) {
        switch random.number(5) {
        case 0: view.isMaterialized.toggle()
        case 1: view.form = random.pick(ViewModel.Form.allCases) ?? .plain
        case 2: view.variant += 1
        case 3: view.columns = random.some(4, of: view.sources.flatMap(model.visibleColumns))
        default:
            view.columns += random.some(
                2, of: view.sources.flatMap(model.visibleColumns).filter { !view.columns.contains($0) })
        }
    }

    private mutating func edit(_ column: ColumnModel, _ node: ModelNode, of table: Int, in model: inout SchemaModel) {
        var changed = column
        switch random.number(6) {
        // A partitioned table's rows are divided by its key's type.
        case 0 where !isPartitionKey(node.number, of: table, in: model),
            1 where !isPartitionKey(node.number, of: table, in: model):
            changed.type = .scalar(scalar())
            retypeReferences(to: node.number, as: changed.type, in: &model)
        case 2: changed.isRequired.toggle()
        case 3: changed.source = newSource(of: table, of: model)
        case 4: changed.hasOwnStorage.toggle()
        default: addColumns(1, to: table, of: &model)
        }
        model.nodes[node.number]?.kind = .column(table: table, changed)
    }

    private func isPartitionKey(_ column: Int, of table: Int, in model: SchemaModel) -> Bool {
        if case .partitioned(column, _) = model.table(table)?.form { true } else { false }
    }

    /// So that foreign keys to the column remain.
    private func retypeReferences(to column: Int, as type: ColumnModel.ColumnType, in model: inout SchemaModel) {
        for node in model.sorted {
            guard case .foreignKey(_, let columns, let key, _) = node.kind,
                case .key(_, let targets, _, _) = model.nodes[key]?.kind
            else { continue }
            for (source, target) in zip(columns, targets) where target == column {
                guard case .column(let table, var definition) = model.nodes[source]?.kind else { continue }
                definition.type = type
                model.nodes[source]?.kind = .column(table: table, definition)
            }
        }
    }

    private mutating func edit(_ table: TableModel, _ node: ModelNode, in model: inout SchemaModel) {
        var changed = table
        switch random.number(6) {
        case 0: changed.fillFactor = changed.fillFactor == nil ? 50 : nil
        case 1: changed.hasRowSecurity.toggle()
        case 2: changed.isUnlogged.toggle()
        case 3: addColumns(1, to: node.number, of: &model)
        default:
            switch table.form {
            // No statement turns a table's local column into one that is only inherited, so no parents are added.
            case .plain(let parents): changed.form = .plain(parents: Array(parents.dropLast()))
            case .partitioned(let column, let isList):
                changed.form = .partitioned(column: column, isList: random.oneIn(4) ? !isList : isList)
            case .partition(let parent, _) where random.oneIn(2):
                changed.form = .partition(parent: parent, slot: random.number(4))
            case .partition(let parent, _): detach(node.number, from: parent, in: &model)
            }
        }
        if case .partition = table.form, case .plain = model.table(node.number)?.form { return }
        model.nodes[node.number]?.kind = .table(changed)
    }

    /// Turns a partition into an ordinary table, with its own columns of the same names.
    private mutating func detach(_ table: Int, from parent: Int, in model: inout SchemaModel) {
        var copies: [Int: Int] = [:]
        for column in model.visibleColumns(of: parent) {
            let number = nextNumber()
            copies[column] = number
        }
        for (column, copy) in copies.sorted(by: { $0.value < $1.value }) {
            guard let node = model.nodes[column], case .column(_, var definition) = node.kind else { continue }
            if case .generated(let source, let variant) = definition.source {
                definition.source = .generated(from: copies[source] ?? source, variant: variant)
            }
            model.nodes[copy] = ModelNode(number: copy, name: node.name, kind: .column(table: table, definition))
        }
        let hasRowSecurity = model.table(table)?.hasRowSecurity ?? false
        model.nodes[table]?.kind = .table(TableModel(hasRowSecurity: hasRowSecurity))
        for node in model.sorted {
            model.nodes[node.number]?.kind = node.kind.replacing(copies, on: table)
        }
    }
}

extension ModelKind {
    /// The same with other columns, if it is part of the table.
    fileprivate func replacing(_ copies: [Int: Int], on table: Int) -> ModelKind {
        func copy(_ column: Int) -> Int { copies[column] ?? column }
        switch self {
        case .check(table, let column, let variant): return .check(table: table, column: copy(column), variant: variant)
        case .policy(table, let column, let variant):
            return .policy(table: table, column: copy(column), variant: variant)
        case .key(table, let columns, let isPrimary, let isDeferrable):
            return .key(table: table, columns: columns.map(copy), isPrimary: isPrimary, isDeferrable: isDeferrable)
        case .index(table, let columns, let isUnique, let condition, let expression):
            return .index(
                table: table, columns: columns.map(copy), isUnique: isUnique, condition: condition.map(copy),
                expression: expression)
        case .foreignKey(table, let columns, let key, let isCascading):
            return .foreignKey(table: table, columns: columns.map(copy), key: key, isCascading: isCascading)
        case .trigger(table, let function, let condition, let variant, let isEnabled):
            return .trigger(
                table: table, function: function, condition: condition.map(copy), variant: variant,
                isEnabled: isEnabled)
        case .statistics(table, let columns): return .statistics(table: table, columns: columns.map(copy))
        default: return self
        }
    }
}
