import DumpText

extension TargetRoles {
    /// Reads the roles of the cluster that the session is on.
    ///
    /// Our role still changes what another role owns, so it must have that role's privileges and be able to become it:
    /// since 16 a membership can lack either (manual, GRANT).
    static func read(on handle: borrowing ConnectionHandle) throws -> TargetRoles {
        let mayBecome = handle.facts().majorVersion < 16 ? "MEMBER" : "SET"
        let rows = try handle.query(
            """
            SELECT theirs.rolname AS name, ours.rolsuper AS superuser,
                   ours.rolsuper OR (pg_catalog.pg_has_role(ours.oid, theirs.oid, 'USAGE')
                       AND pg_catalog.pg_has_role(ours.oid, theirs.oid, '\(mayBecome)')) AS assignable
            FROM pg_catalog.pg_roles AS theirs
            JOIN pg_catalog.pg_roles AS ours ON ours.rolname = current_user
            """)
        var (existing, assignable, isSuperuser) = (Set<String>(), Set<String>(), false)
        for row in rows {
            let name: String = try row.value("name")
            existing.insert(name)
            if try row.value("assignable") { assignable.insert(name) }
            isSuperuser = try row.value("superuser")
        }
        return TargetRoles(existing: existing, assignable: assignable, isSuperuser: isSuperuser)
    }
}
