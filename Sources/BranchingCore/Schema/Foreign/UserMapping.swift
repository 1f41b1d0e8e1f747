/// Who a role is on a foreign server.
package struct UserMapping: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// The server.
    package let server: String
    /// The role; nil for `PUBLIC`.
    package let role: String?
    /// Options, as `name 'value'`, sorted. They may hold passwords.
    package let options: [String]

    /// Makes a mapping.
    package init(server: String, role: String?, options: [String] = []) {
        // No role can be called "public".
        id = ObjectID(.userMapping, name: server, signature: role ?? "public")
        self.server = server
        self.role = role
        self.options = options
    }
}
