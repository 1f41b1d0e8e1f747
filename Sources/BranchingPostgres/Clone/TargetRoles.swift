/// The roles of the cluster that a clone goes to.
struct TargetRoles: Sendable, Hashable {
    /// All roles there are.
    var existing: Set<String>
    /// Those that our role may give objects to: all for a superuser, else those that it is a member of.
    var assignable: Set<String>

    static func read(on handle: borrowing ConnectionHandle) throws(PostgresError) -> TargetRoles {
        let rows = try handle.query(
            """
            SELECT theirs.rolname AS name,
                   ours.rolsuper OR pg_catalog.pg_has_role(ours.oid, theirs.oid, 'MEMBER') AS assignable
            FROM pg_catalog.pg_roles AS theirs
            JOIN pg_catalog.pg_roles AS ours ON ours.rolname = current_user
            """)
        var roles = TargetRoles(existing: [], assignable: [])
        for row in rows {
            let name: String = try row.value("name")
            roles.existing.insert(name)
            if try row.value("assignable") { roles.assignable.insert(name) }
        }
        return roles
    }
}
