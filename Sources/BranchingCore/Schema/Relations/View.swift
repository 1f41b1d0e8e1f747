/// A view.
public struct View: SchemaObject {
    /// A column of a view.
    public struct Column: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its type.
        public let type: String
        /// Its collation, where it has one.
        public let collation: String?

        /// Makes a column.
        public init(name: String, type: String, collation: String?) {
            self.name = name
            self.type = type
            self.collation = collation
        }
    }

    /// Its identity.
    public var id: ObjectID
    /// The query, as `pg_get_viewdef` writes it, without a semicolon.
    public var query: String
    /// The columns, in their order.
    public var columns: [Column]
    /// Options, as `security_invoker=true`, sorted.
    public var options: [String]

    /// Makes a view.
    public init(id: ObjectID, query: String, columns: [Column], options: [String] = []) {
        self.id = id
        self.query = query
        self.columns = columns
        self.options = options
    }
}
