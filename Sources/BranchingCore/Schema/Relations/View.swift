/// A view.
package struct View: SchemaObject {
    /// A column of a view.
    package struct Column: Sendable, Hashable {
        /// Its name.
        package let name: String
        /// Its type.
        package let type: String
        /// Its collation, if any.
        package let collation: String?

        /// Makes a column.
        package init(name: String, type: String, collation: String?) {
            self.name = name
            self.type = type
            self.collation = collation
        }
    }

    /// Its identity.
    package var id: ObjectID
    /// The query, as `pg_get_viewdef` writes it, without a semicolon.
    package var query: String
    /// The columns, in their order.
    package var columns: [Column]
    /// Options, as `security_invoker=true`, sorted.
    package var options: [String]

    /// Makes a view.
    package init(id: ObjectID, query: String, columns: [Column], options: [String] = []) {
        self.id = id
        self.query = query
        self.columns = columns
        self.options = options
    }
}
