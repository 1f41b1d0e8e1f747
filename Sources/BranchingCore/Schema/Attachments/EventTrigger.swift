/// An event trigger.
public struct EventTrigger: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The event: `ddl_command_end`.
    public let event: String
    /// The commands that it fires for, sorted; empty for all.
    public let tags: [String]
    /// The function with its schema, quoted where needed, without parentheses.
    public let function: String
    /// When it fires.
    public let state: FiringState

    /// Makes an event trigger.
    public init(id: ObjectID, event: String, tags: [String] = [], function: String, state: FiringState = .origin) {
        self.id = id
        self.event = event
        self.tags = tags
        self.function = function
        self.state = state
    }
}
