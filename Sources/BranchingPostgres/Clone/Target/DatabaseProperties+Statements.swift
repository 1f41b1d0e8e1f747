import SQLText

extension DatabaseProperties {
    /// The statements that give a database these properties. Those that name a missing role are left out.
    ///
    /// - Parameters:
    ///   - database: The database to change.
    ///   - roles: The roles that exist.
    ///   - assignableOwners: The roles that our role may give a database to.
    func statements(for database: String, roles: Set<String>, assignableOwners: Set<String>) -> [String] {
        let name = SQLIdentifier.quoted(database)
        var statements: [String] = []
        if connectionLimit >= 0 { statements.append("ALTER DATABASE \(name) CONNECTION LIMIT \(connectionLimit)") }
        for setting in settings where setting.role.map(roles.contains) ?? true {
            let subject =
                setting.role.map { "ROLE \(SQLIdentifier.quoted($0)) IN DATABASE \(name)" } ?? "DATABASE \(name)"
            statements.append("ALTER \(subject) SET \(Self.assignment(setting))")
        }
        if assignableOwners.contains(owner) {
            statements.append("ALTER DATABASE \(name) OWNER TO \(SQLIdentifier.quoted(owner))")
        }
        return statements + privilegeStatements(name, roles: roles)
    }

    private func privilegeStatements(_ name: String, roles: Set<String>) -> [String] {
        guard let privileges else { return [] }
        var statements = ["REVOKE ALL ON DATABASE \(name) FROM PUBLIC"]
        if roles.contains(owner) {
            statements.append("REVOKE ALL ON DATABASE \(name) FROM \(SQLIdentifier.quoted(owner))")
        }
        for privilege in privileges where privilege.grantee.map(roles.contains) ?? true {
            let grantee = privilege.grantee.map(SQLIdentifier.quoted) ?? "PUBLIC"
            let option = privilege.isGrantable ? " WITH GRANT OPTION" : ""
            statements.append("GRANT \(privilege.name.rawValue) ON DATABASE \(name) TO \(grantee)\(option)")
        }
        return statements
    }

    /// Settings whose value is a list of names (`GUC_LIST_QUOTE` in guc_tables.c): as one literal they would become a list of
    /// one. pg_dump has the same exception (`variable_is_guc_list_quote`).
    private static let lists: Set<String> = [
        "local_preload_libraries", "oauth_validator_libraries", "search_path", "session_preload_libraries",
        "shared_preload_libraries", "temp_tablespaces", "unix_socket_directories",
    ]

    private static func assignment(_ setting: Setting) -> String {
        // An extension's setting has dots in its name, and each part is a name.
        let name = setting.name.split(separator: ".").map { SQLIdentifier.quoted(String($0)) }.joined(separator: ".")
        let names = lists.contains(setting.name.lowercased()) ? SettingList.names(in: setting.value) : nil
        // If it is not a list, the server refuses it.
        let values = names.flatMap { $0.isEmpty ? nil : $0 } ?? [setting.value]
        return "\(name) TO \(values.map(SQLIdentifier.literal).joined(separator: ", "))"
    }
}
