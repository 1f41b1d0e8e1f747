import SchemaModel

/// The requested renames, found in a schema.
struct SchemaRenaming {
    /// What is renamed, in the order of the statements.
    private(set) var renames: [Rename] = []
    /// The requests that do not fit: an old name that does not exist, or a new one that does.
    private(set) var refused: [String] = []

    /// - Parameter names: New names by old ones, as `schema.name` or `schema.relation.name`; a schema is one name.
    init(_ names: [String: String], in schema: DatabaseSchema) {
        for (old, new) in names.sorted(by: { $0.key < $1.key }) {
            let path = Self.path(old)
            let target = Self.path(new)
            guard let object = Self.object(path, in: schema), let name = target.last,
                target.count == 1 || target.dropLast().elementsEqual(path.dropLast())
            else {
                refused.append("\(old)=\(new)")
                continue
            }
            let rename = Rename(object: object, newName: name)
            if schema.objects[rename.renamed(object)] != nil {
                refused.append("\(old)=\(new)")
            } else {
                renames.append(rename)
            }
        }
        // Parts before their relations, those before their schema: each statement uses the names as they were read.
        renames.sort { ($0.object.parent.isEmpty ? 1 : 0, $0.object) < ($1.object.parent.isEmpty ? 1 : 0, $1.object) }
        let schemas = renames.filter { $0.object.kind == .schema }
        renames = renames.filter { $0.object.kind != .schema } + schemas
    }

    /// The schema once everything is renamed.
    func apply(to schema: DatabaseSchema) -> DatabaseSchema {
        guard !renames.isEmpty else { return schema }
        func id(_ id: ObjectID) -> ObjectID { renames.reduce(id) { $1.renamed($0) } }
        let objects = schema.objects.values.map { object -> any SchemaObject in
            var object = object
            for rename in renames { object.apply(rename) }
            return object
        }
        return schema.replacing(
            objects: objects,
            facets: Dictionary(schema.facets.map { (id($0.key), $0.value) }) { $1 },
            changedPrivileges: Dictionary(schema.changedPrivileges.map { (id($0.key), $0.value) }) { $1 },
            dependencies: Dictionary(schema.dependencies.map { (id($0.key), Set($0.value.map(id))) }) { $1 })
    }

    /// The names of a path; a name in double quotes may hold a dot.
    private static func path(_ text: String) -> [String] {
        var names: [String] = [""]
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "." where !isQuoted: names.append("")
            default: names[names.count - 1].append(character)
            }
        }
        return names
    }

    private static func object(_ path: [String], in schema: DatabaseSchema) -> ObjectID? {
        let found: [ObjectID]
        switch path.count {
        case 1: found = [ObjectID(.schema, name: path[0])].filter { schema.objects[$0] != nil }
        case 2:
            found = schema.objects.keys.filter {
                $0.schema == path[0] && $0.name == path[1] && $0.parent.isEmpty && isRenamed($0.kind)
            }
        case 3:
            let kinds: [ObjectKind] = [.column, .constraint, .trigger, .policy, .rule]
            found = kinds.map { ObjectID($0, schema: path[0], parent: path[1], name: path[2]) }
                .filter { schema.objects[$0] != nil }
        default: found = []
        }
        // Among functions of one name, none is preferred.
        return found.count == 1 ? found[0] : nil
    }

    private static func isRenamed(_ kind: ObjectKind) -> Bool {
        switch kind {
        case .table, .foreignTable, .view, .materializedView, .sequence, .index, .type, .function, .procedure,
            .aggregate,
            .collation, .statistics:
            true
        default: false
        }
    }
}
