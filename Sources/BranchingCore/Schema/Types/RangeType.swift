/// A type of ranges of another, and its multirange type (manual section 8.17).
package struct RangeType: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The type of the bounds, as `format_type` writes it.
    package var subtype: String
    /// The operator class that orders the bounds, with its schema, if not the default of the subtype.
    package var operatorClass: String?
    /// The collation, if not that of the subtype.
    package var collation: String?
    /// The function that brings a range into its canonical form.
    package var canonicalFunction: String?
    /// The function that computes how far apart two bounds are.
    package var differenceFunction: String?
    /// The name of the multirange type, with its schema (PostgreSQL 14 and later).
    package var multirangeName: String?

    /// Makes a range type.
    package init(id: ObjectID, subtype: String) {
        self.id = id
        self.subtype = subtype
    }

    /// What to call its kind in a report.
    package var kindName: String { "range type" }
}
