/// A trigger of a table, a foreign table or a view.
///
/// A trigger that a partition has from its parent is no object, unless it fires at other times than the parent's: then
/// the object says when, and nothing else.
package struct Trigger: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The statement that makes it, as `pg_get_triggerdef` writes it; nil for the copy that a partition has.
    package var definition: String?
    /// When it fires.
    package let state: FiringState
    /// For the copy that a partition has: the trigger that it is a copy of, that one's origin, and so on.
    package let ancestors: [ObjectID]

    /// Makes a trigger.
    package init(id: ObjectID, definition: String, state: FiringState = .origin) {
        self.id = id
        self.definition = definition
        self.state = state
        ancestors = []
    }

    /// Makes the state of a partition's copy.
    package init(id: ObjectID, copyOf ancestors: [ObjectID], state: FiringState) {
        self.id = id
        definition = nil
        self.state = state
        self.ancestors = ancestors
    }
}

/// When a trigger or a rule fires (manual: ALTER TABLE, ENABLE TRIGGER).
package enum FiringState: String, Sendable, Hashable {
    /// In sessions that do not replicate: what is usual.
    case origin = "O"
    /// Never.
    case disabled = "D"
    /// In sessions that replicate only.
    case replica = "R"
    /// In all sessions.
    case always = "A"
}
