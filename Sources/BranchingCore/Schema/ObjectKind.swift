/// What an object of a database is. The order is that in which objects are made where nothing else decides.
public enum ObjectKind: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
    case schema
    case `extension`
    case accessMethod = "access_method"
    case language
    case collation
    case type
    case foreignDataWrapper = "foreign_data_wrapper"
    case server
    case userMapping = "user_mapping"
    case sequence
    case function
    case procedure
    case aggregate
    case `operator`
    case operatorFamily = "operator_family"
    case operatorClass = "operator_class"
    case operatorFamilyMember = "operator_family_member"
    case cast
    case transform
    case conversion
    case textSearchParser = "text_search_parser"
    case textSearchTemplate = "text_search_template"
    case textSearchDictionary = "text_search_dictionary"
    case textSearchConfiguration = "text_search_configuration"
    case table
    case foreignTable = "foreign_table"
    case column
    case sequenceOwnership = "sequence_ownership"
    case columnDefault = "default"
    case inheritance
    case view
    case materializedView = "materialized_view"
    case index
    case constraint
    case indexAttachment = "index_attachment"
    case clusterMark = "cluster_mark"
    case replicaIdentity = "replica_identity"
    case statistics
    case rule
    case trigger
    case policy
    case eventTrigger = "event_trigger"
    case publication
    case publicationMember = "publication_member"
    case subscription
    case defaultPrivileges = "default_privileges"

    private static let order = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// The place in the order of making.
    package var rank: Int { Self.order[self] ?? Self.allCases.count }

    public static func < (left: ObjectKind, right: ObjectKind) -> Bool { left.rank < right.rank }

    /// In words: `materialized view`.
    public var words: String {
        String(rawValue.map { $0 == "_" ? " " : $0 })
    }
}
