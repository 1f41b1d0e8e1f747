import TestSupport

/// Makes random schemas and random edits of them.
struct SchemaGenerator {
    var random: SeededGenerator
    private var last = 0

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// A schema of some objects.
    mutating func schema() -> SchemaModel {
        var model = SchemaModel()
        for _ in 0..<(4 + random.number(14)) { model = grown(model) }
        return model
    }

    /// The schema with one more object, if one fits.
    mutating func grown(_ model: SchemaModel) -> SchemaModel {
        var grown = model
        let kind =
            random.number(4) == 0 ? newType() : tables(of: model).count < 2 ? newTable(model) : newPart(of: model)
        guard let kind else { return model }
        let number = nextNumber()
        grown.nodes[number] = ModelNode(number: number, name: name(number), kind: kind)
        if case .table(let table) = kind {
            if case .partition = table.form {} else { addColumns(1 + random.number(4), to: number, of: &grown) }
            partition(number, of: &grown)
        }
        grown = grown.repaired()
        return grown.creationOrder == nil ? model : grown
    }

    /// Sometimes partitions a new table by one of its columns.
    private mutating func partition(_ table: Int, of model: inout SchemaModel) {
        let columns = model.ownColumns(of: table).filter { model.scalar(of: $0)?.isInteger == true }
        guard random.oneIn(3), case .plain = model.table(table)?.form, let column = random.pick(columns) else { return }
        model.nodes[table]?.kind = .table(
            TableModel(form: .partitioned(column: column, isList: random.oneIn(2))))
    }

    mutating func nextNumber() -> Int {
        last += 1
        return last
    }

    /// A name that nothing else has, often one that is hard to quote.
    mutating func name(_ number: Int) -> String {
        switch random.number(14) {
        case 0: "Upper \(number)"
        case 1: "quo\"te\(number)"
        case 2: "it's;\(number)--"
        case 3: "näme_\(number)"
        case 4: "\(number)" + String(repeating: "x", count: 63 - "\(number)".count)
        case 5: "dollar$$\(number)"
        default: "n\(number)"
        }
    }

    func tables(of model: SchemaModel) -> [Int] {
        model.sorted.filter { if case .table = $0.kind { true } else { false } }.map(\.number)
    }

    private func relations(of model: SchemaModel) -> [Int] {
        model.sorted.filter {
            switch $0.kind {
            case .table, .view: true
            default: false
            }
        }.map(\.number)
    }

    func functions(of model: SchemaModel) -> [Int] {
        model.sorted.filter { if case .function = $0.kind { true } else { false } }.map(\.number)
    }

    private mutating func newType() -> ModelKind {
        switch random.number(6) {
        case 0, 1:
            .enumeration(
                labels: Array(
                    ["new", "it's", "Done", "a b", "zz"].shuffled(using: &random).prefix(2 + random.number(3))))
        case 2:
            .domain(
                base: scalar(), check: random.oneIn(2) ? random.number(9) : nil,
                value: random.oneIn(3) ? random.number(9) : nil)
        case 3: .composite(attributes: (0...random.number(3)).map { _ in scalar() })
        case 4: .sequence(increment: 1 + random.number(3), isCycle: random.oneIn(3))
        default: .function(variant: random.number(8), result: random.oneIn(2) ? .integer : .bigint)
        }
    }

    private mutating func newTable(_ model: SchemaModel) -> ModelKind {
        .table(TableModel(isUnlogged: random.oneIn(8), fillFactor: random.oneIn(6) ? 70 : nil))
    }

    mutating func newPart(of model: SchemaModel) -> ModelKind? {
        guard let relation = random.pick(relations(of: model)), let table = random.pick(tables(of: model)) else {
            return nil
        }
        let columns = model.visibleColumns(of: table)
        guard let column = random.pick(columns) else { return nil }
        switch random.number(24) {
        case 0:
            return .table(TableModel(form: .plain(parents: random.some(2, of: tables(of: model)))))
        case 1, 2:
            return .table(
                TableModel(form: .partition(parent: table, slot: random.number(4)), hasRowSecurity: random.oneIn(4)))
        case 3: return newTable(model)
        case 4, 5: return .check(table: table, column: column, variant: random.number(6))
        case 6, 7, 8:
            return .key(
                table: table, columns: random.some(2, of: columns), isPrimary: !random.oneIn(3),
                isDeferrable: random.oneIn(6))
        case 9, 10, 11: return newForeignKey(model, table)
        case 12: return .exclusion(table: table, column: column)
        case 13, 14: return newIndex(on: relation, of: model)
        case 15, 16, 17:
            let sources = random.some(2, of: relations(of: model))
            return .view(
                ViewModel(
                    sources: sources, columns: random.some(4, of: sources.flatMap(model.visibleColumns)),
                    form: random.pick(ViewModel.Form.allCases) ?? .plain, variant: random.number(6),
                    function: random.pick(functions(of: model)), isMaterialized: random.oneIn(4)))
        case 18:
            let known = model.sorted.filter { if case .triggerFunction = $0.kind { true } else { false } }
            guard let function = random.pick(known) else { return .triggerFunction(variant: random.number(9)) }
            return .trigger(
                table: table, function: function.number, condition: column, variant: random.number(6),
                isEnabled: !random.oneIn(4))
        case 19: return .policy(table: table, column: column, variant: random.number(8))
        case 20: return .statistics(table: table, columns: random.some(3, of: columns))
        case 21, 22: return .comment(target: random.pick(model.sorted)?.number ?? table, variant: random.number(9))
        default: return .grant(target: random.pick(model.sorted)?.number ?? table, variant: random.number(9))
        }
    }

    private mutating func newIndex(on relation: Int, of model: SchemaModel) -> ModelKind {
        let columns = model.visibleColumns(of: relation)
        return .index(
            table: relation, columns: random.some(3, of: columns), isUnique: random.oneIn(3),
            condition: random.oneIn(3) ? random.pick(columns) : nil,
            expression: random.oneIn(3) ? random.number(4) : nil)
    }

    /// With a column of each type in the key.
    private mutating func newForeignKey(_ model: SchemaModel, _ table: Int) -> ModelKind? {
        let keys = model.sorted.filter { if case .key = $0.kind { true } else { false } }
        guard let key = random.pick(keys), case .key(_, let targets, _, _) = key.kind else { return nil }
        let columns = targets.compactMap { target in
            model.visibleColumns(of: table).first { model.column($0)?.type == model.column(target)?.type }
        }
        return .foreignKey(table: table, columns: columns, key: key.number, isCascading: random.oneIn(2))
    }

    mutating func scalar() -> ScalarType {
        // Numbers and texts more often: they are the most useful.
        random.pick(ScalarType.allCases + [.integer, .integer, .integer, .bigint, .text, .text]) ?? .text
    }

    mutating func addColumns(_ count: Int, to table: Int, of model: inout SchemaModel) {
        for _ in 0..<count {
            let number = nextNumber()
            let column = newColumn(of: table, of: model)
            model.nodes[number] = ModelNode(number: number, name: name(number), kind: .column(table: table, column))
        }
    }

    private mutating func newColumn(of table: Int, of model: SchemaModel) -> ColumnModel {
        let types = model.sorted.filter {
            switch $0.kind {
            case .enumeration, .domain, .composite: true
            default: false
            }
        }
        var column = ColumnModel(type: .scalar(scalar()), isRequired: random.oneIn(4), hasOwnStorage: random.oneIn(12))
        if random.oneIn(8) { column.type = .array(scalar()) }
        if random.oneIn(3), let type = random.pick(types) { column.type = .made(type.number) }
        column.source = newSource(of: table, of: model)
        return column
    }

    mutating func newSource(of table: Int, of model: SchemaModel) -> ColumnModel.Source {
        let sequences = model.sorted.filter { if case .sequence = $0.kind { true } else { false } }
        switch random.number(9) {
        case 0, 1: return .value(random.number(9))
        case 2: return random.pick(functions(of: model)).map { .function($0) } ?? .none
        case 3: return random.pick(sequences).map { .sequence($0.number) } ?? .none
        case 4: return .identity(isAlways: random.oneIn(2))
        case 5:
            return random.pick(model.visibleColumns(of: table)).map { .generated(from: $0, variant: random.number(4)) }
                ?? .none
        default: return .none
        }
    }
}
