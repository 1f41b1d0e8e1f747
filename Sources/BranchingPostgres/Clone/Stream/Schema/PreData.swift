import DumpText

/// The part of the schema that comes before the rows.
struct PreData: Sendable {
    /// In order.
    let steps: [SchemaStep]
    /// Privileges, in order. They come after everything is made: default ones would change later objects, and an owner
    /// may have revoked from itself a privilege that loading needs.
    let privileges: [[UInt8]]
    /// What was left out because the target lacks roles.
    private(set) var leftOut = RoleFilterReport()

    /// Sorts the statements of a dump.
    ///
    /// - Parameter filter: leaves out what the target cannot take.
    /// - Throws: if a missing role is in a statement that cannot be left out.
    init(_ dump: SchemaText, filter: DumpFilter) throws {
        var filter = filter
        var division = SchemaDivision()
        var privileges: [[UInt8]] = []
        try dump.forEachStatement { statement in
            guard !SessionStatement.isSetting(statement), let bytes = try filter.text(of: statement)
            else { return }
            if Self.isAboutPrivileges(statement) {
                privileges.append(bytes)
            } else {
                division.append(statement, bytes)
            }
        }
        self.privileges = privileges
        division.finish()
        steps = division.steps
        leftOut = filter.report
    }

    private static func isAboutPrivileges(_ statement: DumpStatement) -> Bool {
        statement.begins(with: "grant") || statement.begins(with: "revoke")
            || statement.begins(with: "alter", "default", "privileges")
            || statement.begins(with: "set", "session", "authorization")
            || statement.begins(with: "reset", "session", "authorization")
    }
}

/// The statements of a dump that configure the restoring session.
enum SessionStatement {
    /// Whether each session of a clone has already made this setting itself.
    static func isSetting(_ statement: DumpStatement) -> Bool {
        if statement.begins(with: "select") { return statement.isWord("set_config", at: 3) }
        guard statement.begins(with: "set") else { return false }
        return !statement.begins(with: "set", "session", "authorization") && !isDefault(statement)
    }

    /// Whether it says where, or how, the tables and indexes that follow are stored.
    static func isDefault(_ statement: DumpStatement) -> Bool {
        statement.begins(with: "set", "default_tablespace")
            || statement.begins(with: "set", "default_table_access_method")
    }
}
