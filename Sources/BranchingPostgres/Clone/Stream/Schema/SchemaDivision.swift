import DumpText

/// Divides the schema's statements into steps, so that unrelated tables can be made at once.
///
/// A table is three files and some dozens of catalog rows, so thousands of them take as long as their rows do. Tables and
/// sequences that name each other, by inheritance, as a partition, a default or a type, stay together and in order. Views
/// wait for all tables around them. Everything else stays where it is.
struct SchemaDivision: Sendable {
    /// A statement about a relation, and the settings before it that say where and how tables are stored.
    private struct Entry {
        var statement: RelationStatement
        var defaults: [UInt8]
    }

    /// Below this many statements, more sessions are not worth it.
    private static let smallest = 200
    /// About how many statements one session does at a time.
    private static let batch = 50

    /// In order.
    private(set) var steps: [SchemaStep] = []
    /// Statements that are not in a step yet.
    private var ordered: [[UInt8]] = []
    /// The relations since the last statement of another kind.
    private var region: [Entry] = []
    /// The region as it was written, including the settings.
    private var written: [[UInt8]] = []
    private var settings: [String: [UInt8]] = [:]
    private var defaults: [UInt8] {
        Array(settings.sorted { $0.key < $1.key }.map(\.value).joined(separator: [UInt8(ascii: "\n")]))
    }

    /// Adds a statement of the dump.
    ///
    /// - Parameter bytes: what is run, if not the statement itself.
    mutating func append(_ statement: DumpStatement, _ bytes: [UInt8]) {
        if SessionStatement.isDefault(statement), let name = statement.name(at: 1) {
            settings[name] = bytes
            written.append(bytes)
        } else if let relation = RelationStatement(statement, bytes) {
            region.append(Entry(statement: relation, defaults: defaults))
            written.append(bytes)
        } else {
            endRegion()
            ordered.append(bytes)
        }
    }

    /// Ends the division.
    mutating func finish() {
        endRegion()
        endOrdered()
    }

    private mutating func endOrdered() {
        if !ordered.isEmpty { steps.append(.ordered(ordered)) }
        ordered = []
    }

    private mutating func endRegion() {
        defer { (region, written) = ([], []) }
        guard region.count >= Self.smallest else {
            ordered += written
            return
        }
        let subjects = Set(region.map(\.statement.subject))
        var late: Set<PostData.TableName> = []
        var (now, later): ([Entry], [Entry]) = ([], [])
        var groups = NameGroups()
        for entry in region {
            if entry.statement.makesView || !late.isDisjoint(with: entry.statement.names) {
                late.insert(entry.statement.subject)
                later.append(entry)
            } else {
                now.append(entry)
                groups.join(entry.statement.names.intersection(subjects))
            }
        }
        endOrdered()
        steps.append(.independent(Self.batches(now, &groups)))
        ordered = Self.statements(later)
        // What follows finds the settings as they were written.
        if !defaults.isEmpty { ordered.append(defaults) }
    }

    /// Those of one group stay together.
    private static func batches(_ entries: [Entry], _ groups: inout NameGroups) -> [[[UInt8]]] {
        var order: [PostData.TableName] = []
        var members: [PostData.TableName: [Entry]] = [:]
        for entry in entries {
            let group = groups.representative(of: entry.statement.subject)
            if members[group] == nil { order.append(group) }
            members[group, default: []].append(entry)
        }
        var batches: [[[UInt8]]] = []
        var batch: [Entry] = []
        for group in order {
            batch += members[group] ?? []
            guard batch.count >= Self.batch else { continue }
            batches.append(statements(batch))
            batch = []
        }
        return batch.isEmpty ? batches : batches + [statements(batch)]
    }

    private static func statements(_ entries: [Entry]) -> [[UInt8]] {
        var (statements, current): ([[UInt8]], [UInt8]) = ([], [])
        for entry in entries {
            if entry.defaults != current {
                statements.append(entry.defaults)
                current = entry.defaults
            }
            statements.append(entry.statement.sql)
        }
        return statements
    }
}

/// A part of the schema that is made in one go.
enum SchemaStep: Sendable, Hashable {
    /// Statements in order.
    case ordered([[UInt8]])
    /// Lists of statements that do not depend on each other; each list is in order.
    case independent([[[UInt8]]])
}
