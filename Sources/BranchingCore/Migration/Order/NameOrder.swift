import SchemaModel

/// A name is free once what had it is gone.
struct NameOrder {
    let planned: PlannedSteps

    func link(_ order: inout ActionOrder) {
        let context = planned.context
        var freed: [String: [(step: Int, owner: ObjectID)]] = [:]
        for (id, decision) in planned.table.decisions {
            let steps = planned[id]
            guard let old = context.from.objects[id],
                let step = steps.rename ?? (decision.removes ? steps.remove : steps.build)
            else { continue }
            for name in Self.names(of: old) { freed[name, default: []].append((step, id)) }
        }
        for id in planned.table.decisions.keys {
            guard let new = context.to.objects[id], let builder = planned[id].shell ?? planned[id].build else {
                continue
            }
            for name in Self.names(of: new) {
                for (step, owner) in freed[name] ?? [] where owner != id { order.put(step, before: builder) }
            }
        }
    }

    /// The names that an object takes.
    private static func names(of object: any SchemaObject) -> [String] {
        let id = object.id
        let name = id.qualifiedName
        switch id.kind {
        case .table, .foreignTable, .view, .materializedView: return ["relation \(name)", "type \(name)"]
        case .sequence, .index: return ["relation \(name)"]
        case .type: return ["type \(name)"]
        case .function, .procedure, .aggregate: return ["routine \(name)(\(id.signature))"]
        case .constraint:
            let constraint = "constraint \(id.qualifiedParent).\(id.name)"
            return (object as? Constraint)?.hasIndex == true ? [constraint, "relation \(name)"] : [constraint]
        case .column:
            return (object as? Column)?.identity.map { ["relation \($0.sequenceName)"] } ?? []
        default: return []
        }
    }
}
