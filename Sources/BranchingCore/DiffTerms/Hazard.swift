/// A risk of a statement that its author has to know.
public struct Hazard: Sendable, Hashable, Codable {
    /// The kinds of hazards. Their names are stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// Rows or values are gone afterwards.
        case deletesData = "deletes_data"
        /// The whole table is rewritten, under a lock that keeps everybody out.
        case tableRewrite = "table_rewrite"
        /// Nobody can read the table during the statement.
        case accessExclusiveLock = "access_exclusive_lock"
        /// The whole table is read while a lock keeps writers out.
        case fullScanUnderLock = "full_scan_under_lock"
        /// An index is built.
        case indexBuild = "index_build"
        /// An index is missing for a time.
        case indexGap = "index_gap"
        /// The statement cannot run in a transaction block.
        case nonTransactional = "non_transactional"
        /// Everything before this place is committed.
        case commitBoundary = "commit_boundary"
        /// The statement fails if rows do not fit.
        case mayFailOnData = "may_fail_on_data"
        /// Who may do what changes.
        case authorizationChange = "authorization_change"
        /// Replication is affected.
        case replication
        /// An extension changes its version.
        case extensionUpgrade = "extension_upgrade"
        /// PostgreSQL does not know what depends on the object.
        case untrackableDependency = "untrackable_dependency"
        /// A materialized view is recomputed.
        case matviewRefresh = "matview_refresh"
        /// A sequence starts over.
        case sequenceReset = "sequence_reset"
        /// A column ends up in another place than in the target.
        case columnOrder = "column_order"
    }

    /// Its kind.
    public let kind: Kind
    /// What happens, in a sentence; empty if the kind says it all.
    public let message: String

    /// Makes a hazard.
    public init(_ kind: Kind, _ message: String = "") {
        self.kind = kind
        self.message = message
    }
}
