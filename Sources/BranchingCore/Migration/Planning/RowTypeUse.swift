import SchemaModel

/// Which columns hold rows of a table or view, directly or within other types. PostgreSQL refuses to rewrite a table while
/// a column has its row type (`find_composite_type_dependencies` in commands/tablecmds.c), and to drop it.
struct RowTypeUse: Sendable {
    private let users: [ObjectID: [ObjectID]]

    init(_ schema: DatabaseSchema) {
        var users: [ObjectID: [ObjectID]] = [:]
        for (dependent, needs) in schema.dependencies where dependent.kind == .column || dependent.kind == .type {
            for needed in needs where Self.hasRowType(needed.kind) || needed.kind == .type {
                users[needed, default: []].append(dependent)
            }
        }
        self.users = users
    }

    private static func hasRowType(_ kind: ObjectKind) -> Bool {
        kind == .table || kind == .foreignTable || kind == .view || kind == .materializedView
    }

    /// The columns that hold rows of a relation; none if it is none.
    func columns(holding relation: ObjectID) -> Set<ObjectID> {
        guard Self.hasRowType(relation.kind), users[relation] != nil else { return [] }
        var columns: Set<ObjectID> = []
        var seen: Set<ObjectID> = [relation]
        var queue = [relation]
        while let id = queue.popLast() {
            for user in users[id] ?? [] where seen.insert(user).inserted {
                if user.kind == .column { columns.insert(user) } else { queue.append(user) }
            }
        }
        return columns
    }
}
