/// An object of a random schema. It refers to others by number.
struct ModelNode: Sendable, Hashable {
    /// Distinguishes it from all others, in both schemas of a pair.
    let number: Int
    /// Its name, unquoted.
    var name: String
    /// Its kind and content.
    var kind: ModelKind
}

/// The content of a random object. Numbers called `table`, `column` and so on are those of nodes; a `variant` chooses
/// between texts.
enum ModelKind: Sendable, Hashable {
    case enumeration(labels: [String])
    case domain(base: ScalarType, check: Int?, value: Int?)
    case composite(attributes: [ScalarType])
    case sequence(increment: Int, isCycle: Bool)
    case function(variant: Int, result: ScalarType)
    case triggerFunction(variant: Int)
    case table(TableModel)
    case column(table: Int, ColumnModel)
    case check(table: Int, column: Int, variant: Int)
    case key(table: Int, columns: [Int], isPrimary: Bool, isDeferrable: Bool)
    case foreignKey(table: Int, columns: [Int], key: Int, isCascading: Bool)
    case exclusion(table: Int, column: Int)
    case index(table: Int, columns: [Int], isUnique: Bool, condition: Int?, expression: Int?)
    case view(ViewModel)
    case trigger(table: Int, function: Int, condition: Int?, variant: Int, isEnabled: Bool)
    case policy(table: Int, column: Int, variant: Int)
    case statistics(table: Int, columns: [Int])
    case comment(target: Int, variant: Int)
    case grant(target: Int, variant: Int)
}

/// A table without its columns.
struct TableModel: Sendable, Hashable {
    enum Form: Sendable, Hashable {
        case plain(parents: [Int])
        case partitioned(column: Int, isList: Bool)
        case partition(parent: Int, slot: Int)
    }

    var form: Form = .plain(parents: [])
    var isUnlogged = false
    var fillFactor: Int?
    var hasRowSecurity = false
}

/// A column of a table.
struct ColumnModel: Sendable, Hashable {
    enum ColumnType: Sendable, Hashable {
        case scalar(ScalarType)
        case array(ScalarType)
        /// A type that is a node.
        case made(Int)
    }

    enum Source: Sendable, Hashable {
        case none
        case value(Int)
        case function(Int)
        case sequence(Int)
        case identity(isAlways: Bool)
        case generated(from: Int, variant: Int)
    }

    var type: ColumnType
    var isRequired = false
    var source: Source = .none
    var hasOwnStorage = false
}

/// A view of one or two relations.
struct ViewModel: Sendable, Hashable {
    enum Form: Int, CaseIterable, Sendable, Hashable {
        case plain, filtered, grouped, groupedByKey, doubled
    }

    var sources: [Int]
    var columns: [Int]
    var form: Form
    var variant: Int
    var function: Int?
    var isMaterialized: Bool
}
