package import DiffTerms
package import SchemaModel

/// What the SQL of one object may depend on besides the object.
package struct MigrationContext: Sendable {
    /// The schema that is migrated.
    package let from: DatabaseSchema
    /// The schema that it becomes.
    package let to: DatabaseSchema
    /// How the migration is written.
    package let options: MigrationOptions

    /// Makes a context.
    package init(from: DatabaseSchema, to: DatabaseSchema, options: MigrationOptions = MigrationOptions()) {
        self.from = from
        self.to = to
        self.options = options
    }

    /// The version of the server that runs the statements, as `server_version_num`: 150004.
    package var serverVersion: Int { from.serverVersion }
}

extension MigrationContext {
    /// Whether a column gets its new type along with that of a parent table.
    func isRetypedWithParent(_ column: ObjectID) -> Bool {
        guard let new = to.object(column, as: Column.self), let old = from.object(column, as: Column.self) else {
            return false
        }
        return steadyParents(of: column).contains { before, after in
            after.type == new.type && before.type == old.type && after.collation == new.collation
                && before.collation == old.collation
        }
    }

    /// Whether a column starts to refuse NULL along with that of a parent table.
    func isRequiredWithParent(_ column: ObjectID) -> Bool {
        steadyParents(of: column).contains { before, after in
            !before.isNotNull && after.isNotNull && !after.isNotNullNoInherit
        }
    }

    /// The columns that a column inherits from both before and after.
    private func steadyParents(of column: ObjectID) -> [(before: Column, after: Column)] {
        to.inheritances(of: column).filter { !isAttachedAnew($0) }.compactMap { id in
            guard let parent = to.object(id, as: Inheritance.self)?.parent else { return nil }
            let id = column.part(of: parent)
            guard let before = from.object(id, as: Column.self), let after = to.object(id, as: Column.self) else {
                return nil
            }
            return (before, after)
        }
    }
}

extension MigrationContext {
    /// Whether a table leaves its parent and comes back, which makes what it inherits its own (manual: ALTER TABLE, NO
    /// INHERIT). No statement does that for only some columns, or undoes it and keeps their values.
    func isInheritedAnew(_ inheritance: ObjectID) -> Bool {
        guard let link = to.object(inheritance, as: Inheritance.self), link.bound == nil,
            from.inheritances(ofTable: link.child) == [inheritance],
            to.inheritances(ofTable: link.child) == [inheritance]
        else { return false }
        let columns = to.columns(of: link.child).filter { $0.inheritanceCount > 0 }
        return columns.contains { from.object($0.id, as: Column.self)?.isLocal == false }
            && columns.allSatisfy { $0.isLocal && !$0.isNotNullInherited }
            && !to.parts(of: link.child).contains { to.object($0, as: Constraint.self)?.isLocal == false }
    }
}
