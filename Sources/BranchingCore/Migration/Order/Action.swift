import SchemaModel

/// One step of a migration: statements that belong together, and that other steps come before or after.
struct Action: Sendable {
    /// What a step does with its object.
    enum Phase: Int, Sendable, Comparable {
        /// Keeps the rows of a table that is made again.
        case save
        /// Gets it out of the way under another name.
        case rename
        /// Empties a view that others need which it needs itself.
        case empty
        /// Removes it.
        case remove
        /// Makes a view without contents.
        case shell
        /// Makes it, or changes it.
        case build
        /// Brings the rows of a table back.
        case restore
        /// Fills a materialized view, once everything is there that its query may use.
        case fill

        static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
    }

    let id: ObjectID
    let phase: Phase
    var statements: [Statement]
}

extension Action: Comparable {
    /// Which of two steps comes first if nothing else decides: removals first, from what depends to what is needed.
    static func < (left: Action, right: Action) -> Bool {
        let isBuilding = (left.phase >= .shell, right.phase >= .shell)
        if isBuilding.0 != isBuilding.1 { return isBuilding.1 }
        let isFilling = (left.phase == .fill, right.phase == .fill)
        if isFilling.0 != isFilling.1 { return isFilling.1 }
        if isBuilding.0 {
            return left.id != right.id ? left.id < right.id : left.phase < right.phase
        }
        if left.id.kind != right.id.kind { return left.id.kind > right.id.kind }
        return left.id != right.id ? left.id < right.id : left.phase < right.phase
    }

    static func == (left: Action, right: Action) -> Bool { left.id == right.id && left.phase == right.phase }
}

/// The steps of one object, as places in the list of all of them. Objects that come or go with others share a step.
struct Steps {
    /// Keeps its rows.
    var save: Int?
    /// Gets it out of the way under another name.
    var rename: Int?
    /// Takes its contents, so that what they need can go.
    var empty: Int?
    /// Removes it.
    var remove: Int?
    /// Makes it without contents.
    var shell: Int?
    /// Makes or changes it.
    var build: Int?
    /// Brings its rows back.
    var restore: Int?
    /// Fills it.
    var fill: Int?

    mutating func set(_ step: Int, for phase: Action.Phase) {
        switch phase {
        case .save: save = step
        case .rename: rename = step
        case .empty: empty = step
        case .remove: remove = step
        case .shell: shell = step
        case .build: build = step
        case .restore: restore = step
        case .fill: fill = step
        }
    }
}
