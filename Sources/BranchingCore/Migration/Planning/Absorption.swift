import SchemaModel

/// Which objects come or go with others, and so need no statements themselves.
struct Absorption {
    let context: MigrationContext
    let decisions: [ObjectID: Decision]
    /// The parents of each table whose inheritance stays as it is.
    private let steadyParents: [ObjectID: [ObjectID]]
    /// The tables referenced by foreign keys that stay.
    private let referencedTables: Set<ObjectID>

    init(context: MigrationContext, decisions: [ObjectID: Decision]) {
        self.context = context
        self.decisions = decisions
        var parents: [ObjectID: [ObjectID]] = [:]
        for case let inheritance as Inheritance in context.from.objects.values
        where context.to.objects[inheritance.id] != nil && decisions[inheritance.id]?.removes != true {
            parents[inheritance.child, default: []].append(inheritance.parent)
        }
        steadyParents = parents
        referencedTables = Self.referencedTables(context, decisions)
    }

    private static func referencedTables(
        _ context: MigrationContext, _ decisions: [ObjectID: Decision]
    ) -> Set<ObjectID> {
        var tables: Set<ObjectID> = []
        // Nobody asks unless a partition goes.
        let dropsPartition = context.from.inheritances.contains { child, _ in decisions[child]?.removes == true }
        guard dropsPartition else { return tables }
        for case let key as Constraint in context.from.objects.values
        where key.kind == .foreignKey && decisions[key.id]?.removes != true {
            let keys = (context.from.dependencies[key.id] ?? []).filter { $0.kind == .constraint || $0.kind == .index }
            tables.formUnion(keys.compactMap(context.from.container))
        }
        return tables
    }

    /// The object that it is made with, if it has no statements itself.
    func maker(of id: ObjectID, default isDefaultAbsorbed: (ObjectID) -> Bool) -> ObjectID? {
        guard let object = context.to.objects[id] else { return nil }
        switch object {
        case let column as Column:
            if decisions[column.table]?.creates == true { return column.table }
            return column.isLocal ? nil : parts(of: column.table, like: id).first { decisions[$0]?.creates == true }
        case is ColumnDefault:
            let column = id.defaultedColumn
            guard decisions[column]?.creates == true, isDefaultAbsorbed(id), isDeclared(column) else { return nil }
            return column
        case let inheritance as Inheritance:
            return inheritance.bound == nil && decisions[inheritance.child]?.creates == true ? inheritance.child : nil
        case let constraint as Constraint where constraint.kind == .check && !constraint.isLocal:
            guard let table = context.to.container(of: id) else { return nil }
            if decisions[table]?.creates == true { return constraint.isOnPartition ? nil : table }
            return parts(of: table, like: id).first { decisions[$0]?.creates == true }
        default: return nil
        }
    }

    /// Whether a column is declared when it is made; otherwise it comes from a parent.
    private func isDeclared(_ id: ObjectID) -> Bool {
        guard let column = context.to.object(id, as: Column.self), !column.isLocal else { return true }
        return context.to.object(column.table, as: Table.self)?.isPartition == true
            && decisions[column.table]?.creates == true
    }

    /// The object that takes it along when it is removed.
    func remover(of id: ObjectID) -> ObjectID? {
        guard let object = context.from.objects[id] else { return nil }
        if let container = context.from.container(of: id), decisions[container]?.removes == true,
            id.kind != .inheritance
        {
            return isForeignKeyAmongRemoved(object, in: container) || isEntangled(id, with: container) ? nil : container
        }
        switch object {
        case let column as Column where !column.isLocal:
            return parts(of: column.table, like: id).first { parent in
                decisions[parent]?.removes == true
                    && context.from.object(parent, as: Column.self)?.isRemovedAlone(context) == false
            }
        case let inheritance as Inheritance:
            // PostgreSQL refuses to drop a partition that a foreign key may lead to (manual: section 5.12.2).
            if inheritance.bound != nil && isReferenced(inheritance.parent) { return nil }
            return decisions[inheritance.child]?.removes == true ? inheritance.child : nil
        case let constraint as Constraint where constraint.kind == .check && !constraint.isLocal:
            guard let table = context.from.container(of: id) else { return nil }
            return parts(of: table, like: id).first { decisions[$0]?.removes == true }
        case is SequenceGenerator:
            let ownership = ObjectID(.sequenceOwnership, schema: id.schema, name: id.name)
            guard let owner = context.from.object(ownership, as: SequenceOwnership.self)?.column else { return nil }
            if decisions[owner]?.removes == true { return owner }
            let identity = context.to.object(owner, as: Column.self)?.identity
            return identity != nil && decisions[owner] != nil ? owner : nil
        case is Index, is Constraint:
            return attachedParent(of: id)
        case is Function:
            // A type and the functions that read and write it need each other.
            return context.from.dependencies[id]?.sorted().first {
                $0.kind == .type && decisions[$0]?.removes == true
                    && context.from.dependencies[$0]?.contains(id) == true
            }
        default: return nil
        }
    }

    /// The parent table's index that takes the partition's along.
    private func attachedParent(of id: ObjectID) -> ObjectID? {
        guard let table = context.from.container(of: id) else { return nil }
        for case let attachment as IndexAttachment in attachments(of: id) {
            guard let parentTable = context.from.container(of: attachment.parent),
                steadyParents[table]?.contains(parentTable) == true,
                decisions[attachment.parent]?.removes == true
            else { continue }
            return attachment.parent
        }
        return nil
    }

    private func isReferenced(_ table: ObjectID) -> Bool {
        referencedTables.contains(table)
            || context.from.inheritances(ofTable: table).contains { id in
                context.from.object(id, as: Inheritance.self).map { isReferenced($0.parent) } == true
            }
    }

    private func attachments(of id: ObjectID) -> [any SchemaObject] {
        let children = context.from.attachmentsByChild[id] ?? []
        return children.compactMap { context.from.objects[$0] }
    }

    /// The parts of the same kind and name in a table's parents, before and after.
    private func parts(of table: ObjectID, like id: ObjectID) -> [ObjectID] {
        (steadyParents[table] ?? []).map(id.part)
    }

    /// Whether a part of a relation needs something that goes and itself needs the relation, such as a check that calls a
    /// function of its rows: the part goes first, then that, then the relation.
    private func isEntangled(_ part: ObjectID, with relation: ObjectID) -> Bool {
        switch part.kind {
        case .constraint, .index, .columnDefault, .policy, .trigger, .rule: break
        default: return false
        }
        var seen: Set<ObjectID> = [relation]
        var stack = (context.from.dependencies[part] ?? []).filter { !isPart($0, of: relation) }
        while let next = stack.popFirst() {
            guard decisions[next]?.removes == true, seen.insert(next).inserted else { continue }
            var needs = context.from.dependencies[next] ?? []
            // What comes and goes with a relation is in its way, too.
            for absorbed in context.from.parts(of: next)
            where context.from.object(absorbed, as: Constraint.self)?.kind != .foreignKey {
                needs.formUnion(context.from.dependencies[absorbed] ?? [])
            }
            if let container = context.from.container(of: next) { needs.insert(container) }
            if needs.contains(where: { isPart($0, of: relation) }) { return true }
            stack.formUnion(needs)
        }
        return false
    }

    private func isPart(_ id: ObjectID, of relation: ObjectID) -> Bool {
        id == relation || context.from.container(of: id) == relation
    }

    /// A foreign key between two tables that both go is removed first: otherwise neither could go before the other. So
    /// is a partitioned table's, whose partitions go before it.
    private func isForeignKeyAmongRemoved(_ object: any SchemaObject, in table: ObjectID) -> Bool {
        guard let constraint = object as? Constraint, constraint.kind == .foreignKey else { return false }
        if constraint.isOnPartitionedTable && context.from.children[table] != nil { return true }
        return (context.from.dependencies[object.id] ?? []).contains { needed in
            let owner = context.from.container(of: needed) ?? needed
            return owner != table && decisions[owner]?.removes == true
        }
    }
}
