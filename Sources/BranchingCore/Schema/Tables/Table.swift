/// A table, partitioned or not, or a foreign table. Its columns, constraints, indexes etc. are separate objects.
package struct Table: SchemaObject {
    /// How long it lives and whether it is logged.
    package enum Persistence: String, Sendable, Hashable {
        /// Logged.
        case permanent
        /// Not logged, and empty after a crash.
        case unlogged
    }

    /// Its identity.
    package var id: ObjectID
    /// Whether it is logged.
    package var persistence = Persistence.permanent
    /// The key of a partitioned table, as `RANGE (day)`.
    package var partitionKey: String?
    /// Whether it is a partition of another table.
    package var isPartition = false
    /// The composite type of a typed table, with its schema.
    package var ofType: String?
    /// The access method; nil for tables without one, such as partitioned ones before PostgreSQL 17.
    package var accessMethod: String?
    /// The tablespace, if not that of the database.
    package var tablespace: String?
    /// Storage options, as `fillfactor=70`, sorted; those of its TOAST table as `toast.autovacuum_enabled=false`.
    package var options: [String] = []
    /// Whether row security is on.
    package var hasRowSecurity = false
    /// Whether it binds the owner too.
    package var forcesRowSecurity = false
    /// What identifies a row in logical replication: `DEFAULT`, `FULL` or `NOTHING`; `DEFAULT` too for an index, which
    /// is a separate object.
    package var replicaIdentity = "DEFAULT"
    /// The server of a foreign table.
    package var server: String?
    /// Options of a foreign table, as `name 'value'`, sorted.
    package var foreignOptions: [String] = []

    /// Makes a table.
    package init(id: ObjectID) {
        self.id = id
    }

    /// What to call its kind in a report.
    package var kindName: String {
        if server != nil { return "foreign table" }
        return isPartition ? "partition" : partitionKey != nil ? "partitioned table" : "table"
    }
}
