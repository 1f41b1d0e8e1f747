/// A constraint of a table: primary key, unique, check, foreign key or exclusion. NOT NULL is a part of its column.
package struct Constraint: SchemaObject {
    /// The kinds of constraints.
    package enum Kind: String, Sendable, Hashable {
        /// PRIMARY KEY.
        case primaryKey = "primary key"
        /// UNIQUE.
        case unique
        /// CHECK.
        case check
        /// FOREIGN KEY.
        case foreignKey = "foreign key"
        /// EXCLUDE.
        case exclusion
    }

    /// Its identity.
    package var id: ObjectID
    /// Its kind.
    package var kind: Kind
    /// The definition without what follows here, as `FOREIGN KEY (a) REFERENCES s.t(b)`.
    package var definition: String
    /// Whether its check can be deferred to the end of a transaction.
    package var isDeferrable = false
    /// Whether it is deferred by default.
    package var isInitiallyDeferred = false
    /// Whether it is checked at all (PostgreSQL 18).
    package var isEnforced = true
    /// Whether it holds for the rows that were there before it.
    package var isValidated = true
    /// Whether the table declares it itself, besides what it inherits.
    package var isLocal = true
    /// Whether it is not handed down to children.
    package var isNoInherit = false
    /// Whether the table is partitioned.
    package var isOnPartitionedTable = false
    /// Whether the table is a partition.
    package var isOnPartition = false
    /// Whether the table is a foreign table.
    package var isOnForeignTable = false
    /// The storage options of its index, as `fillfactor=70`, sorted.
    package var indexOptions: [String] = []
    /// The tablespace of its index, if not that of the database.
    package var indexTablespace: String?
    /// The constraint of the parent table that this one is a part of.
    package var parent: ObjectID?

    /// Makes a constraint.
    package init(id: ObjectID, kind: Kind, definition: String) {
        self.id = id
        self.kind = kind
        self.definition = definition
    }

    /// What to call its kind in a report.
    package var kindName: String { kind == .check || kind == .unique ? "\(kind.rawValue) constraint" : kind.rawValue }

    /// Whether it has an index.
    package var hasIndex: Bool { kind == .primaryKey || kind == .unique || kind == .exclusion }
}
