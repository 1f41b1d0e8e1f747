/// An event trigger.
package struct EventTrigger: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The event: `ddl_command_end`.
    package let event: String
    /// The commands that it fires for, in the order they were given; empty for all.
    package let tags: [String]
    /// The function with its schema, quoted where needed, without parentheses.
    package let function: String
    /// When it fires.
    package let state: FiringState

    /// Makes an event trigger.
    package init(id: ObjectID, event: String, tags: [String] = [], function: String, state: FiringState = .origin) {
        self.id = id
        self.event = event
        self.tags = tags
        self.function = function
        self.state = state
    }
}
