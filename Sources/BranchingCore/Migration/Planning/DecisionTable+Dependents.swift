import SQLText
import SchemaModel

extension DecisionTable {
    /// What a removal, a rebuild or a disturbance does to an object that depends on it.
    ///
    /// - Returns: Whether the decision about the dependent changed.
    mutating func disturb(_ dependent: ObjectID, by id: ObjectID) -> Bool {
        guard let new = context.to.objects[dependent], let old = context.from.objects[dependent] else { return false }
        switch decisions[dependent] {
        case .rebuild?, .detach?: return false
        default: break
        }
        if let decision = detachment(from: old, to: new, by: id) {
            decisions[dependent] = decision
            return true
        }
        if decisions[id] == .drop, !meansAnother(dependent, by: id) { return false }
        switch dependent.kind {
        case .table:
            guard isPartitionKeyPart(id, of: new) else { return false }
        case .foreignTable:
            guard id.kind == .server else { return false }
        case .schema, .extension, .sequence: return false
        case .column: return disturb(column: dependent, from: old, to: new, by: id)
        case .index, .constraint, .statistics, .sequenceOwnership, .indexAttachment, .clusterMark, .replicaIdentity,
            .inheritance:
            // PostgreSQL itself carries these over when a column gets another type.
            if id.kind == .column, decisions[id] != .rebuild, !swappedColumns.contains(id),
                !isDetached(id), !Self.isPrintedAnew(new), !isBrokenKey(new, byTypeOf: id)
            {
                return false
            }
        default: break
        }
        decisions[dependent] = .rebuild
        return true
    }

    /// A changed object stops needing what is dropped. An unchanged one now means another of the same name.
    private func meansAnother(_ dependent: ObjectID, by id: ObjectID) -> Bool {
        if dependent.kind == .column {
            return context.to.object(dependent, as: Column.self)?.generation != nil && decisions[dependent] == nil
        }
        return decisions[dependent] == nil || needsOtherKey(dependent, than: id)
    }

    /// Whether a view needs another key of a table than before. A table has one primary key at a time, so the view goes
    /// meanwhile.
    private func needsOtherKey(_ view: ObjectID, than key: ObjectID) -> Bool {
        guard view.kind == .view, key.kind == .constraint else { return false }
        return (context.to.dependencies[view] ?? []).contains { needed in
            needed.kind == .constraint && needed.parent == key.parent && needed.schema == key.schema
                && decisions[needed]?.creates == true
        }
    }

    /// How a domain lets go of what its conditions or its default need.
    private func detachment(from old: any SchemaObject, to new: any SchemaObject, by id: ObjectID) -> Decision? {
        guard id.kind == .function || id.kind == .operator || id.kind == .aggregate, let old = old as? DomainType,
            let new = new as? DomainType
        else { return nil }
        return new.detachment(from: old, context)
    }

    /// Whether rows are divided by what is made again, so that the table is too.
    private func isPartitionKeyPart(_ id: ObjectID, of table: any SchemaObject) -> Bool {
        guard (table as? Table)?.partitionKey != nil else { return false }
        switch id.kind {
        case .function, .operatorClass, .collation, .operator, .cast: return true
        default: return false
        }
    }

    /// Whether PostgreSQL, which carries an object over by printing it, reads that as something else.
    private static func isPrintedAnew(_ object: any SchemaObject) -> Bool {
        let definition = (object as? Index)?.definition ?? (object as? Constraint)?.definition ?? ""
        return RoundTripText.restored(definition) != definition
    }

    /// Whether it is a foreign key whose two sides cannot be compared while only one of them has its new type.
    private func isBrokenKey(_ object: any SchemaObject, byTypeOf column: ObjectID) -> Bool {
        guard (object as? Constraint)?.kind == .foreignKey, let old = context.from.object(column, as: Column.self),
            let new = context.to.object(column, as: Column.self)
        else { return false }
        return !ComparableTypes.areComparable(context.from.baseType(of: old.type), context.to.baseType(of: new.type))
    }

    private func isDetached(_ column: ObjectID) -> Bool {
        if case .detach? = decisions[column] { return true }
        return false
    }

    private mutating func disturb(
        column: ObjectID, from old: any SchemaObject, to new: any SchemaObject, by id: ObjectID
    ) -> Bool {
        guard let new = new as? Column, let old = old as? Column else { return false }
        if id == new.table || new.generation != nil {
            decisions[column] = .rebuild
            return true
        }
        // A type swap does what a collation needs, too.
        guard id.kind == .type ? !swapped.contains(id) || !swappedColumns.contains(column) : id.kind == .collation
        else { return false }
        swapped.insert(id)
        guard swappedColumns.insert(column).inserted || id.kind == .type else { return false }
        decisions[column] = .alter(
            new.swapped(from: old, throughText: id.kind == .type, context), isDisturbing: true)
        if context.isInPartitionKey(column), decisions[new.table] != .rebuild {
            decisions[new.table] = .rebuild
            queue.append(new.table)
        }
        return true
    }
}
