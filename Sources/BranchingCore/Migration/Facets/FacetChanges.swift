import DiffTerms
import SchemaModel

/// What changes of owners, privileges, comments and security labels, for all objects.
struct FacetChanges {
    /// The statements, objects in order.
    private(set) var statements: [Statement] = []
    /// Changes of objects that were there before, in a few words each.
    private(set) var details: [ObjectID: [String]] = [:]
    /// What the statements of each object may do.
    private(set) var hazards: [ObjectID: [Hazard]] = [:]

    init(context: MigrationContext, table: DecisionTable) {
        let decisions = table.decisions
        let writer = FacetStatements(context) { decisions[$0]?.creates == true }
        for id in writer.ids {
            let found = writer.statements(for: id)
            guard !found.isEmpty else { continue }
            statements += found
            let old = context.from.facets[id] ?? ObjectFacets()
            let new = context.to.facets[id] ?? ObjectFacets()
            // The facets of a remade object are no change if it had the same before.
            guard decisions[id]?.creates != true || (context.from.objects[id] != nil && old != new) else { continue }
            guard old != new else { continue }
            details[id] = Self.words(from: old, to: new)
            for hazard in found.flatMap(\.hazards) where hazards[id]?.contains(hazard) != true {
                hazards[id, default: []].append(hazard)
            }
        }
    }

    private static func words(from old: ObjectFacets, to new: ObjectFacets) -> [String] {
        var words: [String] = []
        if old.owner != new.owner { words.append("owner \(old.owner ?? "none") -> \(new.owner ?? "none")") }
        if old.privileges != new.privileges { words.append("privileges") }
        if old.comment != new.comment { words.append(new.comment == nil ? "no comment" : "comment") }
        if old.securityLabels != new.securityLabels { words.append("security labels") }
        return words
    }
}
