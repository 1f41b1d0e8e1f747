/// What the SQL of one object may depend on besides the object.
public struct MigrationContext: Sendable {
    /// The schema that is migrated.
    public let from: DatabaseSchema
    /// The schema that it becomes.
    public let to: DatabaseSchema
    /// How the migration is written.
    public let options: MigrationOptions

    /// Makes a context.
    public init(from: DatabaseSchema, to: DatabaseSchema, options: MigrationOptions = MigrationOptions()) {
        self.from = from
        self.to = to
        self.options = options
    }

    /// The version of the server that runs the statements, as `server_version_num`: 150004.
    public var serverVersion: Int { from.serverVersion }
}
