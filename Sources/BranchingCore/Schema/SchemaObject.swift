/// One object of a schema: its definition as a value, and the SQL that makes, changes and removes it.
///
/// The definition holds names only, never what is different in each database, such as OIDs. What every object may have
/// (owner, privileges, comment, security labels) is not a part of it: see ``ObjectFacets``.
public protocol SchemaObject: Sendable, Hashable {
    /// Its identity.
    var id: ObjectID { get set }

    /// What to call its kind in a report; that of the identity where nothing else is said.
    var kindName: String { get }

    /// The statements that make it.
    func creation(_ context: MigrationContext) -> [Statement]

    /// The statements that remove it.
    func removal(_ context: MigrationContext) -> [Statement]

    /// How to get here from another definition of the same object.
    func alteration(from old: Self, _ context: MigrationContext) -> Alteration

    /// What changed, in a few words each: `type integer -> bigint`.
    func differences(from old: Self) -> [String]
}

extension SchemaObject {
    /// What to call its kind in a report.
    public var kindName: String { id.kind.words }

    /// What changed, in a few words each.
    public func differences(from old: Self) -> [String] { [] }
}
