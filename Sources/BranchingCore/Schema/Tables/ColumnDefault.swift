/// The default of a column. The expression of a generated column is a part of the column.
package struct ColumnDefault: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The expression.
    package var expression: String
    /// Whether the table is a foreign table.
    package let isForeign: Bool

    /// Makes a default.
    package init(id: ObjectID, expression: String, isForeign: Bool = false) {
        self.id = id
        self.expression = expression
        self.isForeign = isForeign
    }

    /// What to call its kind in a report.
    package var kindName: String { "default" }
}

extension ObjectID {
    /// The default of this column.
    package var columnDefault: ObjectID { ObjectID(.columnDefault, schema: schema, parent: parent, name: name) }

    /// The column of this default.
    package var defaultedColumn: ObjectID { ObjectID(.column, schema: schema, parent: parent, name: name) }
}
