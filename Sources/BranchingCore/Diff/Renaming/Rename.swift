import DiffTerms
import MigrationPlanner
import SQLText
import SchemaModel

/// One object that gets another name.
struct Rename: Sendable, Hashable {
    /// The object.
    let object: ObjectID
    /// Its name from now on; schema and parent stay.
    let newName: String

    /// The identity of any object once the rename is done.
    func renamed(_ id: ObjectID) -> ObjectID {
        var schema = id.schema
        var parent = id.parent
        var name = id.name
        if id == object { name = newName }
        switch object.kind {
        case .schema:
            if schema == object.name { schema = newName }
        case .table, .foreignTable, .view, .materializedView, .type:
            if schema == object.schema, parent == object.name { parent = newName }
            if id.kind == .inheritance, id.signature == object.schema, name == object.name { name = newName }
        case .column:
            if id.kind == .columnDefault, schema == object.schema, parent == object.parent, name == object.name {
                name = newName
            }
        case .sequence:
            if id.kind == .sequenceOwnership, schema == object.schema, name == object.name { name = newName }
        default: break
        }
        return ObjectID(id.kind, schema: schema, parent: parent, name: name, signature: id.signature)
    }

    /// What PostgreSQL prints after the rename where it printed that before. If that is uncertain, the result differs
    /// from what will be there, and the object is written again: never the other way round.
    func renamed(_ text: String, of owner: ObjectID) -> String {
        switch object.kind {
        case .schema:
            return NameReplacement.replaced(in: text, [object.name, nil], by: newName)
        case .column:
            guard owner.schema == object.schema, owner.parent == object.parent else { return text }
            return NameReplacement.replaced(in: text, [object.name], by: newName)
        default:
            return object.parent.isEmpty
                ? NameReplacement.replaced(in: text, [object.schema, object.name], by: newName) : text
        }
    }

    /// The statement.
    var statement: Statement {
        let new = SQLIdentifier.name(newName)
        let old = SQLIdentifier.name(object.name)
        let sql =
            switch object.kind {
            case .column: "ALTER TABLE \(object.qualifiedParent) RENAME COLUMN \(old) TO \(new)"
            case .constraint: "ALTER TABLE \(object.qualifiedParent) RENAME CONSTRAINT \(old) TO \(new)"
            case .trigger, .policy, .rule:
                "ALTER \(object.kind.words.uppercased()) \(old) ON \(object.qualifiedParent) RENAME TO \(new)"
            case .function, .procedure, .aggregate:
                "ALTER \(object.kind.words.uppercased()) \(object.qualifiedName)(\(object.signature)) RENAME TO \(new)"
            default: "ALTER \(object.kind.words.uppercased()) \(object.qualifiedName) RENAME TO \(new)"
            }
        return Statement(
            sql,
            hazards: [Hazard(.accessExclusiveLock), Hazard(.untrackableDependency, "Programs may use the old name.")])
    }

    /// The change, as a report has it.
    var change: SchemaChange {
        SchemaChange(
            kind: object.kind.words, object: object.description, action: .alter,
            details: ["name \(object.name) -> \(newName)"], hazards: statement.hazards)
    }
}

extension SchemaObject {
    /// Follows the rename of an object. Texts that only one kind has are handled there: see ``RenamedTexts``.
    mutating func apply(_ rename: Rename) {
        let old = id
        id = rename.renamed(id)
        if var object = self as? any RenamedTexts {
            object.replaceTexts(of: old, rename)
            if let object = object as? Self { self = object }
        }
    }
}
