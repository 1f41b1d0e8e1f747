/// What others may do with what a role will make (manual: ALTER DEFAULT PRIVILEGES).
package struct DefaultPrivileges: SchemaObject {
    /// Its identity.
    package var id: ObjectID
    /// All granted privileges. For one schema: those added to what holds in all of them.
    package let grants: Set<Grant>

    /// Makes default privileges.
    ///
    /// - Parameters:
    ///   - role: Who makes the objects.
    ///   - schema: Where; empty for everywhere.
    ///   - objects: `TABLES`, `SEQUENCES`, `FUNCTIONS`, `TYPES`, `SCHEMAS` or `LARGE OBJECTS`.
    package init(role: String, schema: String = "", objects: String, grants: Set<Grant>) {
        id = ObjectID(.defaultPrivileges, schema: schema, name: role, signature: objects)
        self.grants = grants
    }
}
