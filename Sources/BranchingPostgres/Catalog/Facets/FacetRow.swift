import PostgresLink
import SchemaModel

/// A row about one object or a part of it, in the shape that all facet queries return.
///
/// The address is `classid`, `objid`, `objsubid`; `name` is that of a column, a constraint, an index or a sequence, and
/// `nspname` its schema; `relkind` is that of a relation.
struct FacetRow {
    let row: PostgresRow

    /// What it is about; nil if that is none of ours.
    func id(in contents: CatalogContents) throws -> ObjectID? {
        guard let catalog = Catalog(rawValue: try row.value("classid")) else { return nil }
        let column: Int32 = try row.value("objsubid")
        let address = CatalogAddress(catalog: catalog, oid: try row.value("objid"), column: column)
        guard let found = contents.id(at: address) else { return nil }
        // An extension's contents are its own business; they count as the extension in dependencies only.
        if found.kind == .extension && catalog != .extension { return nil }
        switch catalog {
        case .relation where column != 0: return try columnID(found)
        case .relation: return try relationID(found)
        case .constraint: return try constraintID(found)
        case .type: return found.kind == .type ? found : nil
        // The constructors of a range type are parts of it, with an owner each.
        case .function: return found.kind == .type ? nil : found
        default: return found
        }
    }

    private func columnID(_ found: ObjectID) throws -> ObjectID? {
        guard found.kind != .column else { return found }
        guard let name: String = try row.optional("name") else { return nil }
        return ObjectID(.column, schema: found.schema, parent: found.name, name: name)
    }

    /// An identity column's sequence and a constraint's index are no objects, but can have comments.
    private func relationID(_ found: ObjectID) throws -> ObjectID? {
        let kind: ObjectKind
        switch try row.optional("relkind", as: String.self) {
        case "S": kind = .sequence
        case "i", "I": kind = .index
        case "c": return nil
        default: return found
        }
        guard found.kind != kind, let name: String = try row.optional("name") else { return found }
        return ObjectID(kind, schema: found.schema, name: name)
    }

    /// A domain's constraint and a column's NOT NULL are no objects either.
    private func constraintID(_ found: ObjectID) throws -> ObjectID? {
        switch found.kind {
        case .constraint: return found
        case .column, .type:
            guard let name: String = try row.optional("name") else { return nil }
            return ObjectID(
                .constraint, schema: found.schema, parent: found.kind == .type ? found.name : found.parent, name: name)
        default: return nil
        }
    }
}
