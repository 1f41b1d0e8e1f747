import DumpText

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
