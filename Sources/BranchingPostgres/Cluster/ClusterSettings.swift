import SystemPackage

/// The settings that ayb-server gives its private PostgreSQL: `ayb.conf`, rewritten at every start.
struct ClusterSettings: Sendable {
    var port: Int
    var socketDirectory: String
    /// Additional settings, which take precedence.
    var additional: [EmbeddedCluster.Setting]

    var text: String {
        let settings: [EmbeddedCluster.Setting] =
            [
                .init("listen_addresses", EmbeddedCluster.host),
                .init("port", String(port)),
                .init("unix_socket_directories", "\"\(socketDirectory)\""),
                .init("unix_socket_permissions", "0700"),
                .init("password_encryption", "scram-sha-256"),
                .init("max_connections", "200"),
                .init("shared_buffers", "128MB"),
                .init("logging_collector", "on"),
                .init("log_destination", "stderr"),
                .init("log_directory", "../log"),
                .init("log_filename", "postgresql-%a.log"),
                .init("log_file_mode", "0600"),
                .init("log_rotation_age", "1d"),
                .init("log_rotation_size", "0"),
                .init("log_truncate_on_rotation", "on"),
                .init("log_line_prefix", "%m [%p] %q%u@%d "),
            ] + additional
        let header =
            "# Written by ayb-server at every start; make changes in data/postgresql.conf, below its last line.\n"
        return header + settings.map { "\($0.name) = \(Self.quoted($0.value))\n" }.joined()
    }

    /// A string of a configuration file (manual section 20.1.2).
    private static func quoted(_ value: String) -> String {
        var text = "'"
        for character in value {
            switch character {
            case "'": text += "''"
            case "\\": text += "\\\\"
            default: text.append(character)
            }
        }
        return text + "'"
    }

    /// Writes the file, readable by the server's user: there is no secret in it.
    func write(to directory: ClusterDirectory) throws(ClusterError) {
        let permissions: FilePermissions =
            directory.owner.isSomebodyElse ? [.ownerReadWrite, .groupRead, .otherRead] : .ownerReadWrite
        try DurableFile.write(text, to: directory.settingsFile, permissions: permissions)
    }
}
