import SQLText
import SchemaModel

extension MigrationContext {
    /// Whether an object with an unchanged definition is made again all the same.
    func isMadeAnewUnchanged(_ id: ObjectID) -> Bool {
        switch id.kind {
        case .table: isDividedAnew(id)
        case .inheritance: isAttachedAnew(id) || isInheritedAnew(id)
        default: false
        }
    }

    /// Whether a column of the partition key gets another type, which PostgreSQL refuses (manual: ALTER TABLE).
    func isDividedAnew(_ table: ObjectID) -> Bool {
        to.object(table, as: Table.self)?.partitionKey != nil
            && to.columns(of: table).contains { column in
                guard let old = from.object(column.id, as: Column.self) else { return false }
                return (column.type != old.type || column.collation != old.collation) && isInPartitionKey(column.id)
            }
    }

    /// Whether rows are divided by a column.
    func isInPartitionKey(_ column: ObjectID) -> Bool {
        guard let table = to.container(of: column), let key = to.object(table, as: Table.self)?.partitionKey else {
            return false
        }
        return NameReplacement.contains(column.name, in: key)
    }

    /// Whether a partition is detached and attached: for another bound, or for what PostgreSQL refuses while attached.
    func isAttachedAnew(_ inheritance: ObjectID) -> Bool {
        guard let before = from.object(inheritance, as: Inheritance.self),
            let after = to.object(inheritance, as: Inheritance.self), before.bound == after.bound
        else { return true }
        return after.bound != nil && renamesInheritedNotNull(after)
    }

    /// Whether a column's NOT NULL gets another name in a partition, which inherits it in PostgreSQL 18.
    private func renamesInheritedNotNull(_ inheritance: Inheritance) -> Bool {
        guard serverVersion >= 180_000 else { return false }
        return from.columns(of: inheritance.child).contains { old in
            let parent = ObjectID(
                .column, schema: inheritance.parent.schema, parent: inheritance.parent.name, name: old.id.name)
            guard let new = to.object(old.id, as: Column.self), old.isNotNull, new.isNotNull,
                old.notNullName != new.notNullName
            else { return false }
            return [from, to].allSatisfy { $0.object(parent, as: Column.self)?.isNotNull == true }
        }
    }

    /// The partitions that are made again with their table, whose rows are divided again: theirs come with the table's.
    func copiedPartitions(of table: ObjectID, _ decisions: [ObjectID: Decision]) -> [ObjectID] {
        guard decisions[table] == .rebuild, isPartitioned(table) else { return [] }
        return (from.children[table] ?? []).filter { isPartition($0, of: table) && to.objects[$0] is Table }
    }

    /// Whether the rows of a table come with those of the table it is a partition of.
    func isCopiedWithParent(_ table: ObjectID, _ decisions: [ObjectID: Decision]) -> Bool {
        from.inheritances(ofTable: table).contains { id in
            guard let parent = from.object(id, as: Inheritance.self)?.parent else { return false }
            return decisions[parent] == .rebuild && isPartitioned(parent) && isPartition(table, of: parent)
        }
    }

    private func isPartitioned(_ table: ObjectID) -> Bool {
        from.object(table, as: Table.self)?.partitionKey != nil && to.object(table, as: Table.self)?.partitionKey != nil
    }

    /// Foreign tables keep their rows elsewhere.
    private func isPartition(_ child: ObjectID, of table: ObjectID) -> Bool {
        guard child.kind == .table else { return false }
        return [from, to].allSatisfy { schema in
            schema.inheritances(ofTable: child).contains { id in
                let inheritance = schema.object(id, as: Inheritance.self)
                return inheritance?.parent == table && inheritance?.bound != nil
            }
        }
    }
}
