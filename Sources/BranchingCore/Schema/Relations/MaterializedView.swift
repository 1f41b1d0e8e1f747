/// A materialized view. Its indexes are separate objects.
package struct MaterializedView: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The query, as `pg_get_viewdef` writes it, without a semicolon.
    package var query: String
    /// The names of the columns, in their order.
    package var columns: [String]
    /// Storage options, as `fillfactor=70`, sorted.
    package var options: [String] = []
    /// The access method.
    package var accessMethod: String?
    /// The tablespace, if not that of the database.
    package var tablespace: String?
    /// Settings of columns, as the end of ALTER COLUMN: `SET STATISTICS 100` by name.
    package var columnSettings: [String: [String]] = [:]
    /// Whether it holds rows. Not part of the definition.
    package var isPopulated = true

    /// Makes a materialized view.
    package init(id: ObjectID, query: String, columns: [String]) {
        self.id = id
        self.query = query
        self.columns = columns
    }

    /// Whether both are defined alike.
    package static func == (left: MaterializedView, right: MaterializedView) -> Bool {
        left.id == right.id && left.query == right.query && left.options == right.options
            && left.accessMethod == right.accessMethod && left.tablespace == right.tablespace
            && left.columnSettings == right.columnSettings
    }

    /// Combines what distinguishes it.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(query)
    }
}
