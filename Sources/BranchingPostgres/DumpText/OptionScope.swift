/// What storage options are set on, and which of them the manual documents there.
///
/// PostgreSQL keeps internal options in the same catalog columns (`pg_attver` in `pg_attribute.attoptions` since the
/// minor releases of November 2026). They are not part of a schema: `ALTER TABLE` ignores or refuses them.
package enum OptionScope: Sendable, Hashable, Comparable {
    /// Columns (manual, ALTER TABLE, `SET ( attribute_option = value )`).
    case column
    /// Tables and materialized views (manual, CREATE TABLE, *Storage Parameters*).
    case table
    /// Indexes of a built-in access method (manual, CREATE INDEX, *Index Storage Parameters*).
    case index
    /// Views (manual, CREATE VIEW).
    case view
    /// Tables and indexes of an extension's access method, which defines its options itself.
    case extensionAccessMethod

    /// The scope of an index.
    ///
    /// - Parameter accessMethod: The name of its access method.
    package static func index(accessMethod: String) -> OptionScope {
        ["btree", "hash", "gist", "gin", "spgist", "brin"].contains(accessMethod) ? .index : .extensionAccessMethod
    }

    /// The scope of a table or materialized view.
    ///
    /// - Parameter accessMethod: The name of its access method; nil for a table without one.
    package static func table(accessMethod: String?) -> OptionScope {
        accessMethod == nil || accessMethod == "heap" ? .table : .extensionAccessMethod
    }

    /// What an option is here.
    ///
    /// - Parameter option: `name=value`, with `toast.` before the name if it is set on the TOAST table.
    package func judgement(on option: String) -> Judgement {
        let name = String(option.prefix { $0 != "=" })
        if self == .extensionAccessMethod { return .part }
        if self == .column, Self.internalOptionsOfColumns.contains(name) { return .internalToPostgreSQL }
        let bare = self == .table && name.hasPrefix("toast.") ? String(name.dropFirst("toast.".count)) : name
        return documented.contains(bare) ? .part : .unknown(name: name)
    }

    /// What an option is to a schema.
    package enum Judgement: Sendable, Hashable {
        /// A user set it.
        case part
        /// PostgreSQL keeps it for itself. pg_dump leaves it out too.
        case internalToPostgreSQL
        /// The manual of releases up to 18 lacks it.
        case unknown(name: String)
    }
}

extension OptionScope {
    /// The column options that pg_dump leaves out (`dumpTableSchema` in pg_dump.c, 15.20).
    private static let internalOptionsOfColumns: Set = ["pg_attver"]

    private var documented: Set<String> {
        switch self {
        case .column: ["n_distinct", "n_distinct_inherited"]
        case .table: Self.tableOptions
        case .index:
            [
                "fillfactor", "deduplicate_items", "vacuum_cleanup_index_scale_factor", "buffering", "fastupdate",
                "gin_pending_list_limit", "pages_per_range", "autosummarize",
            ]
        case .view: ["check_option", "security_barrier", "security_invoker"]
        case .extensionAccessMethod: []
        }
    }

    private static let tableOptions: Set = [
        "fillfactor", "toast_tuple_target", "parallel_workers", "autovacuum_enabled", "vacuum_index_cleanup",
        "vacuum_truncate", "autovacuum_vacuum_threshold", "autovacuum_vacuum_max_threshold",
        "autovacuum_vacuum_scale_factor", "autovacuum_vacuum_insert_threshold",
        "autovacuum_vacuum_insert_scale_factor", "autovacuum_analyze_threshold", "autovacuum_analyze_scale_factor",
        "autovacuum_vacuum_cost_delay", "autovacuum_vacuum_cost_limit", "autovacuum_freeze_min_age",
        "autovacuum_freeze_max_age", "autovacuum_freeze_table_age", "autovacuum_multixact_freeze_min_age",
        "autovacuum_multixact_freeze_max_age", "autovacuum_multixact_freeze_table_age",
        "log_autovacuum_min_duration", "vacuum_max_eager_freeze_failure_rate", "user_catalog_table",
    ]

    /// The catalog column that the options are in, and what they are set on, for a person.
    package var place: (catalog: String, things: String) {
        switch self {
        case .column: ("pg_attribute", "columns")
        case .table: ("pg_class", "tables")
        case .index: ("pg_class", "indexes")
        case .view: ("pg_class", "views")
        case .extensionAccessMethod: ("pg_class", "tables and indexes")
        }
    }
}
