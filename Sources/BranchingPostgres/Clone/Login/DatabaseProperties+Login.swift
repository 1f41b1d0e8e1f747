extension DatabaseProperties {
    /// The same with one role in the place of another.
    ///
    /// - Parameters:
    ///   - keeping: Whether the former role keeps its settings in the database: they count for its sessions, too.
    ///   - own: Settings of the role that is replaced in all databases; those for this one take precedence.
    func moved(from role: String, to other: String, keeping: Bool, adding own: [Setting]) -> DatabaseProperties {
        guard role != other else { return self }
        var properties = self
        if owner == role { properties.owner = other }
        properties.privileges = privileges?.map { privilege in
            var privilege = privilege
            if privilege.grantee == role { privilege.grantee = other }
            return privilege
        }
        let special = settings.filter { $0.role == role }
        let general = own.filter { setting in !special.contains { $0.name == setting.name } }
        properties.settings =
            settings.filter { keeping || $0.role != role }
            + (special + general).map { Setting(role: other, name: $0.name, value: $0.value) }
        return properties
    }

    /// The settings of a role in all databases (`ALTER ROLE … SET`).
    static func ownSettings(of role: String, on handle: borrowing ConnectionHandle) throws -> [Setting] {
        let rows = try handle.query(
            """
            SELECT setting.entry FROM pg_catalog.pg_db_role_setting AS s
            JOIN pg_catalog.pg_roles AS r ON r.oid = s.setrole
            CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) WITH ORDINALITY AS setting (entry, position)
            WHERE s.setdatabase = 0 AND r.rolname = $1 ORDER BY setting.position
            """, [.text(role)])
        return try rows.compactMap { try Setting(entry: $0.value("entry"), role: role) }
    }
}
