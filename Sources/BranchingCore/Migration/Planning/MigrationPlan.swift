package import DiffTerms
import SchemaModel

/// One ordered list of steps, made from what becomes of each object.
///
/// Each object has at most one step that removes it and one that makes or changes it. What is made comes after what it
/// needs in the new schema; what is removed goes before what it needed in the old one. A change comes after the objects
/// that obstruct it are removed, and before they are made again.
package struct MigrationPlan {
    /// The differences, by kind and name.
    package let changes: [SchemaChange]
    /// The SQL.
    package let migration: SchemaMigration

    /// - Parameter renames: The statements that come first: objects have their new names by then.
    package init(context whole: MigrationContext, renames: [Statement]) {
        let typing = TableTyping(whole)
        let context = typing.context
        let table = DecisionTable(context: context)
        let steps = PlannedSteps(context: context, table: table)
        let actions = steps.ordered()
        let facets = FacetChanges(context: context, table: table)
        let given = ChangedPrivilegeStatements(context: context) { table.decisions[$0]?.creates == true }
        let statements =
            renames + typing.removals + actions.flatMap(\.statements) + typing.additions + facets.statements
            + given.statements
        let silenced = SilencedTriggers(context, during: statements)
        migration = SchemaMigration(
            groups: StatementGrouping.groups(of: silenced.disabling + statements + silenced.enabling),
            isOnline: context.options.isOnline)
        let details = facets.details.merging(given.details) { $0 + $1 }.merging(typing.details) { $1 + $0 }
        var hazards = facets.hazards.merging(given.hazards) { $0 + $1 }
        for action in actions {
            for hazard in action.statements.flatMap(\.hazards) where hazards[action.id]?.contains(hazard) != true {
                hazards[action.id, default: []].append(hazard)
            }
        }
        let changed = table.decisions.keys.filter { steps.isOwnChange($0) }
        changes = Set(changed).union(details.keys).sorted().map { id in
            Self.change(id, table.decisions[id], hazards[id] ?? [], details[id] ?? [], context)
        }
    }

    private static func change(
        _ id: ObjectID, _ decision: Decision?, _ hazards: [Hazard], _ facets: [String],
        _ context: MigrationContext
    ) -> SchemaChange {
        let old = context.from.objects[id]
        let new = context.to.migrated(id)
        let action: SchemaChange.Action =
            switch decision {
            case .create: .create
            case .drop: .drop
            case .rebuild: .rebuild
            case .alter, .detach, nil: .alter
            }
        var details = facets
        if let old, let new { details = new.differences(fromAny: old) + facets }
        if action == .rebuild && details.isEmpty { details = ["what it depends on changes"] }
        return SchemaChange(
            kind: (new ?? old)?.kindName ?? id.kind.words, object: id.description, action: action, details: details,
            hazards: hazards)
    }
}
