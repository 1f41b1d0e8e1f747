/// One object of a schema: its definition as a value.
///
/// The definition holds names only, never what is different in each database, such as OIDs. What every object may have
/// (owner, privileges, comment, security labels) is not a part of it: see ``ObjectFacets``.
package protocol SchemaObject: Sendable, Hashable {
    /// Its identity.
    var id: ObjectID { get set }

    /// What to call its kind in a report; that of the identity where nothing else is said.
    var kindName: String { get }
}

extension SchemaObject {
    /// What to call its kind in a report.
    package var kindName: String { id.kind.words }
}
