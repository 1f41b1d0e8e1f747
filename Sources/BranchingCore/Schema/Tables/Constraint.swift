/// A constraint of a table: primary key, unique, check, foreign key or exclusion. NOT NULL is a part of its column.
public struct Constraint: SchemaObject {
    /// The kinds of constraints.
    public enum Kind: String, Sendable, Hashable {
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
    public var id: ObjectID
    /// Its kind.
    public var kind: Kind
    /// The definition without what follows here, as `FOREIGN KEY (a) REFERENCES s.t(b)`.
    public var definition: String
    /// Whether its check can be put off to the end of a transaction.
    public var isDeferrable = false
    /// Whether it is put off where nobody says anything.
    public var isInitiallyDeferred = false
    /// Whether it is checked at all (PostgreSQL 18).
    public var isEnforced = true
    /// Whether it holds for the rows that were there before it.
    public var isValidated = true
    /// Whether the table declares it itself, besides what it inherits.
    public var isLocal = true
    /// Whether it is not handed down to children.
    public var isNoInherit = false
    /// Whether the table is partitioned.
    public var isOnPartitionedTable = false
    /// Whether the table is a partition.
    public var isOnPartition = false
    /// Whether the table is a foreign table.
    public var isOnForeignTable = false
    /// The storage options of its index, as `fillfactor=70`, sorted.
    public var indexOptions: [String] = []
    /// The tablespace of its index, where it is not that of the database.
    public var indexTablespace: String?
    /// The constraint of the parent table that this one is a part of.
    public var parent: ObjectID?

    /// Makes a constraint.
    public init(id: ObjectID, kind: Kind, definition: String) {
        self.id = id
        self.kind = kind
        self.definition = definition
    }

    /// What to call its kind in a report.
    public var kindName: String { kind == .check || kind == .unique ? "\(kind.rawValue) constraint" : kind.rawValue }

    /// Whether it has an index.
    package var hasIndex: Bool { kind == .primaryKey || kind == .unique || kind == .exclusion }
}
