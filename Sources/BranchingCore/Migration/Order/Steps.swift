/// The steps of one object, as places in the list of all of them. Objects that come or go with others share a step.
struct Steps {
    /// Keeps its rows.
    var save: Int?
    /// Gets it out of the way under another name.
    var rename: Int?
    /// Removes it.
    var remove: Int?
    /// Makes or changes it.
    var build: Int?
    /// Brings its rows back.
    var restore: Int?

    mutating func set(_ step: Int, for phase: Action.Phase) {
        switch phase {
        case .save: save = step
        case .rename: rename = step
        case .remove: remove = step
        case .build: build = step
        case .restore: restore = step
        }
    }
}
