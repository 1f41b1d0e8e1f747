/// Who a role is on a foreign server.
public struct UserMapping: SchemaObject {
    /// Its identity.
    public var id: ObjectID
    /// The server.
    public let server: String
    /// The role; nil for `PUBLIC`.
    public let role: String?
    /// Options, as `name 'value'`, sorted. They may hold passwords.
    public let options: [String]

    /// Makes a mapping.
    public init(server: String, role: String?, options: [String] = []) {
        // No role can be called "public".
        id = ObjectID(.userMapping, name: server, signature: role ?? "public")
        self.server = server
        self.role = role
        self.options = options
    }
}
