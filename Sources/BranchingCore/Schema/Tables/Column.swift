/// A column of a table or a foreign table.
package struct Column: SchemaObject {
    /// How the value of a column is computed from others.
    package enum Generation: String, Sendable, Hashable {
        /// Kept in the row.
        case stored
        /// Computed when it is read (PostgreSQL 18).
        case virtual
    }

    /// What makes a column an identity column, and its sequence (manual section 5.3).
    package struct Identity: Sendable, Hashable {
        /// `ALWAYS` or `BY DEFAULT`.
        package let generation: String
        /// The sequence behind it.
        package let sequence: SequenceOptions
        /// The name of that sequence, with its schema.
        package let sequenceName: String
        /// Whether a crash empties that sequence (PostgreSQL 15).
        package let isUnlogged: Bool

        /// Makes an identity.
        package init(generation: String, sequence: SequenceOptions, sequenceName: String, isUnlogged: Bool = false) {
            self.generation = generation
            self.sequence = sequence
            self.sequenceName = sequenceName
            self.isUnlogged = isUnlogged
        }
    }

    /// Boxed: rare, and half as large as everything else.
    private indirect enum Box: Sendable {
        case identity(Identity)

        var identity: Identity {
            switch self {
            case .identity(let identity): identity
            }
        }
    }

    /// Its identity.
    package var id: ObjectID
    /// Whether the table is a foreign table.
    package var isForeign = false
    /// Its place: 1 is the first. Not part of the definition: columns that differ only in it are equal.
    package var position = 0
    /// The type as `format_type` writes it, with its schema where that is not `pg_catalog`.
    package var type: String
    /// The collation, if not that of the type.
    package var collation: String?
    /// Whether it refuses NULL.
    package var isNotNull = false
    /// The name of the constraint for that, if it has one (PostgreSQL 18) and it is not what PostgreSQL would choose.
    package var notNullName: String?
    /// Whether a child that is not a partition has that constraint only from its parents (PostgreSQL 18). Not part of
    /// the definition.
    package var isNotNullInherited = false
    /// The name of that constraint of a child, which is the parent's. Not part of the definition.
    package var inheritedNotNullName: String?
    /// Whether that constraint is not handed down (PostgreSQL 18).
    package var isNotNullNoInherit = false
    /// Whether that constraint was never checked on existing rows (PostgreSQL 18).
    package var isNotNullValid = true
    /// Whether it is generated, and how.
    package var generation: Generation?
    /// The expression of a generated column.
    package var expression: String?
    /// Its identity, if it is an identity column.
    package var identity: Identity? {
        get { apart?.identity }
        set { apart = newValue.map(Box.identity) }
    }
    private var apart: Box?
    /// The storage, if not that of the type: `EXTERNAL`.
    package var storage: String?
    /// The storage of the type; not part of the definition.
    package var typeStorage = "PLAIN"
    /// The compression method, if set.
    package var compression: String?
    /// The statistics target, if set.
    package var statisticsTarget: Int?
    /// Options, as `n_distinct=5`, sorted.
    package var options: [String] = []
    /// Options of a foreign table's column, as `name 'value'`, sorted.
    package var foreignOptions: [String] = []
    /// Whether the table declares it itself, besides what it inherits.
    package var isLocal = true
    /// How many parents of the table have it.
    package var inheritanceCount = 0

    /// Makes a column.
    package init(id: ObjectID, type: String) {
        self.id = id
        self.type = type
    }

    /// Whether both are defined alike.
    package static func == (left: Column, right: Column) -> Bool {
        // What differs most often comes first: there are many columns.
        left.id == right.id && left.type == right.type && left.isNotNull == right.isNotNull
            && left.expression == right.expression && left.identity == right.identity
            && left.collation == right.collation && left.notNullName == right.notNullName
            && left.isNotNullNoInherit == right.isNotNullNoInherit && left.isNotNullValid == right.isNotNullValid
            && left.generation == right.generation && left.storage == right.storage
            && left.compression == right.compression && left.statisticsTarget == right.statisticsTarget
            && left.options == right.options && left.foreignOptions == right.foreignOptions
            && left.isLocal == right.isLocal && left.inheritanceCount == right.inheritanceCount
            && left.isForeign == right.isForeign
    }

    /// Combines what distinguishes it.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(type)
    }

    /// The table that it is a column of.
    package var table: ObjectID {
        ObjectID(isForeign ? .foreignTable : .table, schema: id.schema, name: id.parent)
    }

    /// The name that PostgreSQL 18 gives to a NOT NULL constraint (`makeObjectName` in commands/indexcmds.c).
    package var automaticNotNullName: String {
        AutomaticName.make(id.parent, id.name, "not_null")
    }
}
