import SQLText
import SchemaModel

/// How a type is made again while columns use it: the old one is renamed, the columns change to the new one through
/// their text, and the old one goes.
enum TypeSwap {
    /// The old type's name during the migration.
    static func temporaryName(of id: ObjectID) -> ObjectID {
        var name = Array(id.name.utf8.prefix(54))
        while String(validating: name, as: UTF8.self) == nil { name.removeLast() }
        return ObjectID(.type, schema: id.schema, name: String(decoding: name, as: UTF8.self) + "__ayb_old")
    }

    static func renaming(_ id: ObjectID, to temporary: ObjectID) -> [Statement] {
        [Statement("ALTER TYPE \(id.qualifiedName) RENAME TO \(SQLIdentifier.name(temporary.name))")]
    }

    static func removal(of temporary: ObjectID) -> [Statement] {
        [Statement("DROP TYPE \(temporary.qualifiedName)")]
    }
}
