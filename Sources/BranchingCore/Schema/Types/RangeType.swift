/// A type of ranges of another, and its multirange type (manual section 8.17).
public struct RangeType: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The type of the bounds, as `format_type` writes it.
    public var subtype: String
    /// The operator class that orders the bounds, with its schema, where it is not the default of the subtype.
    public var operatorClass: String?
    /// The collation, where it is not that of the subtype.
    public var collation: String?
    /// The function that brings a range into its canonical form.
    public var canonicalFunction: String?
    /// The function that tells how far two bounds are from each other.
    public var differenceFunction: String?
    /// The name of the multirange type, with its schema (PostgreSQL 14 and later).
    public var multirangeName: String?

    /// Makes a range type.
    public init(id: ObjectID, subtype: String) {
        self.id = id
        self.subtype = subtype
    }

    /// What to call its kind in a report.
    public var kindName: String { "range type" }
}
