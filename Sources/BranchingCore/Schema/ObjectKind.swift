/// What an object of a database is. The order is that in which objects are made if nothing else decides.
package enum ObjectKind: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
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

    /// The place in the order of making. Written out, as it is needed very often.
    package var rank: Int {
        switch self {
        case .schema: 0
        case .`extension`: 1
        case .accessMethod: 2
        case .language: 3
        case .collation: 4
        case .type: 5
        case .foreignDataWrapper: 6
        case .server: 7
        case .userMapping: 8
        case .sequence: 9
        case .function: 10
        case .procedure: 11
        case .aggregate: 12
        case .`operator`: 13
        case .operatorFamily: 14
        case .operatorClass: 15
        case .operatorFamilyMember: 16
        case .cast: 17
        case .transform: 18
        case .conversion: 19
        case .textSearchParser: 20
        case .textSearchTemplate: 21
        case .textSearchDictionary: 22
        case .textSearchConfiguration: 23
        case .table: 24
        case .foreignTable: 25
        case .column: 26
        case .sequenceOwnership: 27
        case .columnDefault: 28
        case .inheritance: 29
        case .view: 30
        case .materializedView: 31
        case .index: 32
        case .constraint: 33
        case .indexAttachment: 34
        case .clusterMark: 35
        case .replicaIdentity: 36
        case .statistics: 37
        case .rule: 38
        case .trigger: 39
        case .policy: 40
        case .eventTrigger: 41
        case .publication: 42
        case .publicationMember: 43
        case .subscription: 44
        case .defaultPrivileges: 45
        }
    }

    /// Which comes first.
    package static func < (left: ObjectKind, right: ObjectKind) -> Bool { left.rank < right.rank }

    /// In words: `materialized view`.
    package var words: String {
        String(rawValue.map { $0 == "_" ? " " : $0 })
    }
}
