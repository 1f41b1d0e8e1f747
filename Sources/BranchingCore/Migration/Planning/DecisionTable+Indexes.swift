import SchemaModel

/// Indexes of partitions that stop being parts of their parent's, or are not to become any.
extension DecisionTable {
    mutating func separateIndexes() {
        detachIndexes()
        remakeEqualIndexes()
    }

    /// A partition's index that is no longer part of its parent's cannot be detached. Where the parent's goes, the
    /// partition leaves meanwhile, which separates both; else both are made again. With the partition itself it goes by
    /// itself.
    private mutating func detachIndexes() {
        let before = decisions
        for case let attachment as IndexAttachment in context.from.objects.values
        where decisions[attachment.id] == .drop {
            guard let table = context.from.container(of: attachment.child), decisions[table]?.removes != true,
                let parent = context.from.container(of: attachment.parent), decisions[parent]?.removes != true,
                let inheritance = inheritance(of: table, from: parent)
            else { continue }
            // DROP INDEX takes the indexes of partitions along, but not their constraints.
            let isKey = attachment.child.kind == .constraint && attachment.parent.kind == .index
            switch before[attachment.parent] {
            case .drop where isKey || before[attachment.child]?.removes != true, .rebuild where isKey:
                decisions[inheritance] = .rebuild
            case nil:
                decisions[attachment.parent] = .rebuild
                if decisions[attachment.child] == nil { decisions[attachment.child] = .rebuild }
            default: break
            }
        }
    }

    /// The link between two tables, if it stays.
    private func inheritance(of table: ObjectID, from parent: ObjectID) -> ObjectID? {
        context.from.inheritances(ofTable: table).first { id in
            context.from.object(id, as: Inheritance.self)?.parent == parent && decisions[id] == nil
        }
    }

    /// A table that becomes a partition lends PostgreSQL an index that looks like one of the parent's (manual: ALTER
    /// TABLE, ATTACH PARTITION). One that is to stay separate is made after that.
    private mutating func remakeEqualIndexes() {
        for case let inheritance as Inheritance in context.to.objects.values
        where inheritance.bound != nil && decisions[inheritance.id]?.creates == true {
            guard context.from.objects[inheritance.child] != nil else { continue }
            let parents = Set(context.to.parts(of: inheritance.parent).compactMap(shape))
            guard !parents.isEmpty else { continue }
            for part in context.from.parts(of: inheritance.child)
            where part.kind == .index && decisions[part] == nil && context.to.isIndexApart(part) {
                if let shape = shape(part), parents.contains(shape) { decisions[part] = .rebuild }
            }
        }
    }

    /// What an index is on, without names.
    private func shape(_ id: ObjectID) -> String? {
        guard let index = context.to.object(id, as: Index.self),
            let start = index.definition.firstRange(of: " USING ")?.lowerBound
        else { return nil }
        return (index.isUnique ? "unique" : "") + index.definition[start...]
    }
}
