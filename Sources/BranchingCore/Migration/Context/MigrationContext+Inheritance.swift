import SchemaModel

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
