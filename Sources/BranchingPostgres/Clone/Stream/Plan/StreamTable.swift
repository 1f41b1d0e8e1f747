import BranchingCore

/// One table whose rows are copied.
struct StreamTable: Sendable, Hashable {
    /// Its object id on the source.
    var oid: Int64
    var schema: String
    var name: String
    /// The columns that are copied: all except generated ones, in order. If there are none, only the number of rows is
    /// copied.
    var columns: [String]
    /// The size of its rows, in bytes: the heap and its TOAST data.
    var bytes: Int64
    /// How many blocks of the heap there are.
    var blocks: Int64
    /// Whether every type has the same binary form on both ends.
    var isBinary: Bool
    /// Whether a query of its rows may run code of its owner as our role: planning one evaluates the constant parts of
    /// expressions in its indexes and statistics. A COPY of the whole table is not planned.
    var hasExpressions = false
    /// Whether only our role or a superuser can give it such expressions while its rows are read.
    var isHeld = false
    /// A condition on the rows, for a configuration table of an extension (manual section 38.17.3).
    var condition: String?
    /// Whether an extension makes the table, and perhaps puts rows into it.
    var belongsToExtension: Bool
    /// Where the rows go: the table, or the root of its partition tree if rows hash to other partitions there.
    var destination: Destination

    /// A table of the target.
    struct Destination: Sendable, Hashable {
        var schema: String
        var name: String
    }

    /// Its names, as a dump's statements have them.
    var tableName: PostData.TableName { PostData.TableName(schema: schema, name: name) }
    /// Its name in SQL, in ASCII only.
    var sqlName: String { CopyStatement.name(schema, name) }
    /// Whether the rows go into a table other than the one of the same name.
    var goesThroughRoot: Bool { destination.schema != schema || destination.name != name }
}

/// Which tables' rows are copied.
struct TableSelection: Sendable, Hashable {
    /// Whether no row is copied at all.
    var schemaOnly = false
    /// Tables without their rows.
    var excluded: [TablePattern] = []

    /// The tables with rows to copy.
    func of(_ tables: [StreamTable]) -> [StreamTable] {
        schemaOnly ? [] : tables.filter { !excludes($0.schema, $0.name) }
    }

    /// Whether the rows of a table are left out.
    func excludes(_ schema: String, _ name: String) -> Bool {
        schemaOnly || excluded.contains { $0.matches(schema: schema, name: name) }
    }
}
