/// One object of a schema: its definition as a value.
///
/// The definition holds names only, never what differs between databases, such as OIDs. What every object may have
/// (owner, privileges, comment, security labels) is separate: see ``ObjectFacets``.
package protocol SchemaObject: Sendable, Hashable {
    /// Its identity.
    var id: ObjectID { get set }

    /// What to call its kind in a report; by default that of the identity.
    var kindName: String { get }
}

extension SchemaObject {
    /// What to call its kind in a report.
    package var kindName: String { id.kind.words }
}
