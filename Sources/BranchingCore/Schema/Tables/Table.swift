/// A table, partitioned or not, or a foreign table. Its columns, constraints, indexes and the rest are objects of their own.
public struct Table: SchemaObject {
    /// How long it lives and whether it is logged.
    public enum Persistence: String, Sendable, Hashable {
        /// Logged.
        case permanent
        /// Not logged, and empty after a crash.
        case unlogged
    }

    /// Its identity.
    public var id: ObjectID
    /// Whether it is logged.
    public var persistence = Persistence.permanent
    /// The key of a partitioned table, as `RANGE (day)`.
    public var partitionKey: String?
    /// Whether it is a partition of another table.
    public var isPartition = false
    /// The composite type of a typed table, with its schema.
    public var ofType: String?
    /// The access method; nil for those that have none of their own, such as partitioned tables before PostgreSQL 17.
    public var accessMethod: String?
    /// The tablespace, where it is not that of the database.
    public var tablespace: String?
    /// Storage options, as `fillfactor=70`, sorted; those of its TOAST table as `toast.autovacuum_enabled=false`.
    public var options: [String] = []
    /// Whether row security is on.
    public var hasRowSecurity = false
    /// Whether it binds the owner too.
    public var forcesRowSecurity = false
    /// What identifies a row in logical replication: `DEFAULT`, `FULL` or `NOTHING`; `DEFAULT` too where it is an index,
    /// which is an object of its own.
    public var replicaIdentity = "DEFAULT"
    /// The server of a foreign table.
    public var server: String?
    /// Options of a foreign table, as `name 'value'`, sorted.
    public var foreignOptions: [String] = []

    /// Makes a table.
    public init(id: ObjectID) {
        self.id = id
    }

    /// What to call its kind in a report.
    public var kindName: String {
        if server != nil { return "foreign table" }
        return isPartition ? "partition" : partitionKey != nil ? "partitioned table" : "table"
    }
}
