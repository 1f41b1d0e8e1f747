import SchemaModel

extension MigrationContext {
    /// Whether a table leaves its parent and comes back: what it inherits is its own then, too (manual: ALTER TABLE, NO
    /// INHERIT). Nothing makes only some of its columns its own, or takes that back without their values.
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
