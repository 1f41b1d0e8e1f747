import TestSupport

/// A random schema and its edited version.
struct SchemaPair: Sendable {
    let seed: UInt64
    var from: SchemaModel
    var to: SchemaModel
    /// Whether the server supports SQL function bodies (14 and later).
    var hasSQLBodies: Bool

    /// The pair of a seed. Half of them go from the edited schema to the original.
    init(seed: UInt64, hasSQLBodies: Bool = true) {
        self.seed = seed
        self.hasSQLBodies = hasSQLBodies
        var generator = SchemaGenerator(seed: seed)
        from = generator.schema()
        to = from
        for _ in 0...generator.random.number(5) { to = generator.edited(to) }
        if generator.random.oneIn(2), from.parents.isSubset(of: to.parents) { swap(&from, &to) }
    }

    /// The name of the schema in which both are made: some need quoting.
    var schema: String { seed % 3 == 0 ? "Pair \(seed)" : "pair\(seed)" }

    var firstSQL: String { ModelScript(model: from, schema: schema, hasSQLBodies: hasSQLBodies).sql }
    var secondSQL: String { ModelScript(model: to, schema: schema, hasSQLBodies: hasSQLBodies).sql }

    /// Smaller pairs, each without an object or without an edit.
    var reductions: [SchemaPair] {
        let numbers = Set(from.nodes.keys).union(to.nodes.keys).sorted(by: >)
        let without = numbers.map { number in
            var pair = self
            pair.from.nodes[number] = nil
            pair.to.nodes[number] = nil
            return pair
        }
        let unedited = numbers.filter { from.nodes[$0] != to.nodes[$0] }.flatMap { number in
            var pairs = [self, self]
            pairs[0].to.nodes[number] = from.nodes[number]
            pairs[1].from.nodes[number] = to.nodes[number]
            return pairs
        }
        return (without + unedited).map(\.repaired).filter { $0.from != from || $0.to != to }
    }

    private var repaired: SchemaPair {
        var pair = self
        pair.from = from.repaired()
        pair.to = to.repaired()
        return pair
    }
}

extension SchemaModel {
    /// Which table inherits from which.
    fileprivate var parents: Set<[Int]> {
        Set(
            nodes.values.flatMap { node -> [[Int]] in
                guard case .table(let table) = node.kind, case .plain(let parents) = table.form else { return [] }
                return parents.map { [node.number, $0] }
            })
    }
}
