import SchemaModel

/// Sequences that belong to a column become logged or unlogged with its table (`ATRewriteTables` in
/// commands/tablecmds.c), from PostgreSQL 15 on.
extension MigrationContext {
    /// Whether a table is unlogged afterwards.
    func isUnlogged(_ table: ObjectID) -> Bool { to.object(table, as: Table.self)?.persistence == .unlogged }

    /// Whether an identity column's sequence is unlogged once its table is what it becomes.
    ///
    /// - Parameter isUnlogged: Whether it is before.
    func persistence(_ isUnlogged: Bool, with table: ObjectID) -> Bool { newPersistence(of: table) ?? isUnlogged }

    /// Whether a sequence that a column owns becomes unlogged or logged with the table; nil where it stays as it is.
    func persistenceWithOwner(of sequence: ObjectID) -> Bool? {
        let ownership = ObjectID(.sequenceOwnership, schema: sequence.schema, name: sequence.name)
        guard let column = from.object(ownership, as: SequenceOwnership.self)?.column,
            let table = from.container(of: column)
        else { return nil }
        return newPersistence(of: table)
    }

    private func newPersistence(of table: ObjectID) -> Bool? {
        guard serverVersion >= 150_000, let old = from.object(table, as: Table.self),
            let new = to.object(table, as: Table.self), old.persistence != new.persistence, new.partitionKey == nil
        else { return nil }
        return new.persistence == .unlogged
    }
}

extension Table {
    /// The statements for sequences of its columns that are not to follow it.
    func ownedSequencesApart(_ context: MigrationContext) -> [Statement] {
        guard context.serverVersion >= 150_000 else { return [] }
        return context.from.columns(of: id).flatMap { context.from.ownedSequences[$0.id] ?? [] }.sorted().compactMap {
            guard let sequence = context.to.object($0, as: SequenceGenerator.self),
                sequence.isUnlogged != (persistence == .unlogged)
            else { return nil }
            return Statement("ALTER SEQUENCE \($0.qualifiedName) SET \(sequence.isUnlogged ? "UN" : "")LOGGED")
        }
    }
}
