import SQLText
import SchemaModel

/// How something is made again while columns use it: the old one is renamed, the columns change to the new one, and the
/// old one goes.
enum ObjectSwap {
    /// The kinds that can be renamed and kept like this.
    static let kinds: Set<ObjectKind> = [.type, .collation, .function]

    /// The old one's name during the migration.
    static func temporaryName(of id: ObjectID) -> ObjectID {
        ObjectID(id.kind, schema: id.schema, name: temporary(id.name), signature: id.signature)
    }

    private static func temporary(_ name: String) -> String {
        var start = Array(name.utf8.prefix(54))
        while String(validating: start, as: UTF8.self) == nil { start.removeLast() }
        return String(decoding: start, as: UTF8.self) + "__ayb_old"
    }

    static func renaming(_ old: any MigratedObject) -> [Statement] {
        var statements = [
            Statement("ALTER \(reference(old.id)) RENAME TO \(SQLIdentifier.name(temporary(old.id.name)))")
        ]
        if let range = old as? RangeType { statements += constructors(of: range) }
        return statements
    }

    /// A range type comes with functions, and with a type of multiranges, whose names have to be free as well (manual:
    /// CREATE TYPE, Range Types).
    private static func constructors(of range: RangeType) -> [Statement] {
        let name = SQLIdentifier.name(temporary(range.id.name))
        var statements = ["", ", text"].map { flags in
            Statement(
                "ALTER FUNCTION \(range.id.qualifiedName)(\(range.subtype), \(range.subtype)\(flags)) RENAME TO \(name)"
            )
        }
        if let multirange = range.multirangeName {
            let name = SQLIdentifier.name(temporary("m_" + range.id.name))
            statements.append(Statement("ALTER FUNCTION \(multirange)() RENAME TO \(name)"))
            statements.append(Statement("ALTER TYPE \(multirange) RENAME TO \(name)"))
        }
        return statements
    }

    static func removal(of old: any MigratedObject) -> [Statement] {
        [Statement("DROP \(reference(temporaryName(of: old.id)))")]
    }

    private static func reference(_ id: ObjectID) -> String {
        switch id.kind {
        case .function: "FUNCTION \(id.qualifiedName)(\(id.signature))"
        case .collation: "COLLATION \(id.qualifiedName)"
        default: "TYPE \(id.qualifiedName)"
        }
    }
}
