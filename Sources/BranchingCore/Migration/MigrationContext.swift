/// What the SQL of one object may depend on besides the object.
public struct MigrationContext: Sendable {
    /// The schema that is migrated.
    public let from: DatabaseSchema
    /// The schema that it becomes.
    public let to: DatabaseSchema
    /// How the migration is written.
    public let options: MigrationOptions

    /// Makes a context.
    public init(from: DatabaseSchema, to: DatabaseSchema, options: MigrationOptions = MigrationOptions()) {
        self.from = from
        self.to = to
        self.options = options
    }

    /// The version of the server that runs the statements, as `server_version_num`: 150004.
    public var serverVersion: Int { from.serverVersion }
}

extension MigrationContext {
    /// Whether a column gets its new type with that of a parent table.
    func isRetypedWithParent(_ column: ObjectID) -> Bool {
        guard let new = to.object(column, as: Column.self), let old = from.object(column, as: Column.self) else {
            return false
        }
        let before = from.inheritedColumns(of: column)
        return to.inheritedColumns(of: column).contains { parent in
            guard before.contains(parent), let newParent = to.object(parent, as: Column.self),
                let oldParent = from.object(parent, as: Column.self)
            else { return false }
            return newParent.type == new.type && oldParent.type == old.type && newParent.collation == new.collation
                && oldParent.collation == old.collation
        }
    }

    /// Whether a column starts to refuse NULL with that of a parent table.
    func isRequiredWithParent(_ column: ObjectID) -> Bool {
        let before = from.inheritedColumns(of: column)
        return to.inheritedColumns(of: column).filter(before.contains).contains { parent in
            guard let old = from.object(parent, as: Column.self), let new = to.object(parent, as: Column.self) else {
                return false
            }
            return !old.isNotNull && new.isNotNull && !new.isNotNullNoInherit
        }
    }
}
