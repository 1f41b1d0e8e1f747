/// The default of a column. The expression of a generated column is a part of the column.
public struct ColumnDefault: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The expression.
    public var expression: String
    /// Whether the table is a foreign table.
    public let isForeign: Bool

    /// Makes a default.
    public init(id: ObjectID, expression: String, isForeign: Bool = false) {
        self.id = id
        self.expression = expression
        self.isForeign = isForeign
    }

    /// What to call its kind in a report.
    public var kindName: String { "default" }
}
