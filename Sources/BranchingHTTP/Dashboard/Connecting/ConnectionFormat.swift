import BranchingCore

/// A form in which programs take a connection.
enum ConnectionFormat: String, CaseIterable {
    case psql
    case uri
    case environment
    case jdbc
    case service

    /// The element that shows it.
    var id: String { "connect-\(rawValue)" }

    var label: String {
        switch self {
        case .psql: "psql"
        case .uri: "URI"
        case .environment: "Environment"
        case .jdbc: "JDBC"
        case .service: "pg_service.conf"
        }
    }

    /// The connection in this form; nil where the form cannot express it.
    func text(_ connection: BranchConnection, includingPassword: Bool) -> String? {
        let password = includingPassword ? connection.password?.reveal() : nil
        switch self {
        case .psql:
            let command = "psql \(ShellText.quoted(connection.url(includingPassword: false)))"
            // Never among the arguments, which everybody on the machine can read.
            return password.map { "PGPASSWORD=\(ShellText.quoted($0)) \(command)" } ?? command
        case .uri: return connection.url(includingPassword: includingPassword)
        case .environment: return Self.environment(connection, password)
        case .jdbc: return Self.jdbc(connection, password)
        case .service: return Self.service(connection, password)
        }
    }

    /// Variables of libpq (manual, section 34.15).
    private static func environment(_ connection: BranchConnection, _ password: String?) -> String {
        var variables = [
            ("PGHOST", connection.host), ("PGPORT", String(connection.port)), ("PGDATABASE", connection.database),
            ("PGUSER", connection.user),
        ]
        if let password { variables.append(("PGPASSWORD", password)) }
        for parameter in connection.parameters {
            guard let name = variableNames[parameter.name] else { continue }
            variables.append((name, parameter.value))
        }
        return variables.map { "export \($0)=\(ShellText.quoted($1))" }.joined(separator: "\n")
    }

    private static let variableNames = [
        "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY",
        "options": "PGOPTIONS", "channel_binding": "PGCHANNELBINDING", "connect_timeout": "PGCONNECT_TIMEOUT",
        "target_session_attrs": "PGTARGETSESSIONATTRS", "gssencmode": "PGGSSENCMODE", "require_auth": "PGREQUIREAUTH",
    ]

    /// pgJDBC knows no Unix sockets, and of libpq's parameters those about TLS.
    private static func jdbc(_ connection: BranchConnection, _ password: String?) -> String? {
        guard !connection.host.hasPrefix("/") else { return nil }
        var query = [("user", connection.user)]
        if let password { query.append(("password", password)) }
        query += connection.parameters.filter { $0.name == "sslmode" || $0.name == "sslrootcert" }
            .map { ($0.name, $0.value) }
        let host = connection.host.contains(":") ? "[\(connection.host)]" : connection.host
        return "jdbc:postgresql://\(host):\(connection.port)/\(PercentEncoding.text(connection.database))?"
            + query.map { "\($0)=\(PercentEncoding.text($1))" }.joined(separator: "&")
    }

    /// A section of the service file (manual, section 34.17), whose values go to the end of the line.
    private static func service(_ connection: BranchConnection, _ password: String?) -> String? {
        var lines = [
            ("host", connection.host), ("port", String(connection.port)), ("dbname", connection.database),
            ("user", connection.user),
        ]
        if let password { lines.append(("password", password)) }
        lines += connection.parameters.map { ($0.name, $0.value) }
        guard !lines.contains(where: { $0.1.contains("\n") }) else { return nil }
        return "[\(connection.database)]\n" + lines.map { "\($0)=\($1)" }.joined(separator: "\n")
    }
}
