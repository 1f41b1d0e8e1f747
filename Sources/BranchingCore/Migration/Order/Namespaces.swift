import SchemaModel

/// The names that an object takes, so that another that wants one of them waits until it is gone.
enum Namespaces {
    /// The names that the object occupies.
    static func names(of object: any SchemaObject) -> [String] {
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
