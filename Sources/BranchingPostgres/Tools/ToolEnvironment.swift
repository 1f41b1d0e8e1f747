import BranchingCore
import SystemPackage

/// The whole environment of a program that connects to PostgreSQL, and the files that go with it.
///
/// The connection goes there and not into argv, which every user of the machine can read. Host, user and database are
/// variables: libpq takes those as they are, but the programs read a database name with a `=` in argv as a connection
/// string. The password is in a file, because the user of this process can read its variables.
struct ToolEnvironment: Sendable {
    /// The variables. Only what locates programs and libraries is inherited, so none of our PG* variables gets through.
    private(set) var variables: [String: String]
    /// The content of the files; each must be written before the program starts, readable by this user only.
    private(set) var files: [(path: FilePath, text: String)] = []

    /// - Parameters:
    ///   - directory: where the files will be.
    ///   - inherited: the environment of this process.
    init(
        _ tool: PostgresTool, _ endpoint: ToolEndpoint, directory: FilePath, inherited: [String: String]
    ) throws(ToolError) {
        variables = Self.neutral(inherited: inherited)
        variables["PGHOST"] = endpoint.host
        variables["PGPORT"] = endpoint.port
        variables["PGUSER"] = endpoint.user
        variables["PGDATABASE"] = endpoint.database
        // Never a file of the machine: only what is named here is used.
        let passwordFile = directory.appending("\(tool.rawValue).pgpass")
        variables["PGPASSFILE"] = passwordFile.string
        if let password = endpoint.password {
            files.append((passwordFile, try Self.passwordLine(password, for: tool)))
        }
        var service: [ToolEndpoint.Parameter] = []
        for parameter in endpoint.parameters {
            guard !parameter.value.contains("\0") else { throw .parameterUnusable(name: parameter.name) }
            if let variable = Self.variables[parameter.name] {
                variables[variable] = parameter.value
            } else {
                try Self.check(parameter)
                service.append(parameter)
            }
        }
        guard !service.isEmpty else { return }
        let serviceFile = directory.appending("\(tool.rawValue).service")
        variables["PGSERVICEFILE"] = serviceFile.string
        variables["PGSERVICE"] = Self.serviceName
        let lines = service.map { "\($0.name)=\($0.value)\n" }.joined()
        files.append((serviceFile, "[\(Self.serviceName)]\n\(lines)"))
    }

    /// An environment without any connection: English messages, no settings of the user.
    static func neutral(inherited: [String: String]) -> [String: String] {
        var variables = ["LANG": "C", "LC_ALL": "C", "TZ": "UTC", "HOME": "/nonexistent"]
        variables["PATH"] = inherited["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        variables["LD_LIBRARY_PATH"] = inherited["LD_LIBRARY_PATH"]
        return variables
    }

    /// A line that matches whatever libpq looks up (manual, section 34.16): the file serves one connection, so several
    /// hosts, addresses and socket directories need no line each.
    private static func passwordLine(_ password: Secret, for tool: PostgresTool) throws(ToolError) -> String {
        let text = password.reveal()
        guard !text.utf8.contains(where: { [0x00, 0x0A, 0x0D].contains($0) }) else { throw .passwordUnusable(tool) }
        let escaped = text.unicodeScalars.map { $0 == ":" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
        return "*:*:*:*:\(escaped)\n"
    }

    private static let serviceName = "ayb"

    /// A service file has a parameter on each line, and drops the blanks around it.
    private static func check(_ parameter: ToolEndpoint.Parameter) throws(ToolError) {
        let isLine = !parameter.value.contains(where: \.isNewline)
        let isTrimmed = parameter.value.first?.isWhitespace != true && parameter.value.last?.isWhitespace != true
        guard isLine, isTrimmed, allowedInService.contains(parameter.name) else {
            throw .parameterUnusable(name: parameter.name)
        }
    }

    /// The parameters of libpq that have a variable (manual, section 34.15).
    private static let variables = [
        "application_name": "PGAPPNAME", "channel_binding": "PGCHANNELBINDING",
        "client_encoding": "PGCLIENTENCODING", "connect_timeout": "PGCONNECT_TIMEOUT", "gssencmode": "PGGSSENCMODE",
        "gssdelegation": "PGGSSDELEGATION", "gsslib": "PGGSSLIB", "hostaddr": "PGHOSTADDR",
        "krbsrvname": "PGKRBSRVNAME", "load_balance_hosts": "PGLOADBALANCEHOSTS",
        "max_protocol_version": "PGMAXPROTOCOLVERSION", "min_protocol_version": "PGMINPROTOCOLVERSION",
        "options": "PGOPTIONS", "require_auth": "PGREQUIREAUTH", "requirepeer": "PGREQUIREPEER",
        "sslcert": "PGSSLCERT", "sslcertmode": "PGSSLCERTMODE", "sslcompression": "PGSSLCOMPRESSION",
        "sslcrl": "PGSSLCRL", "sslcrldir": "PGSSLCRLDIR", "sslkey": "PGSSLKEY",
        "ssl_max_protocol_version": "PGSSLMAXPROTOCOLVERSION", "ssl_min_protocol_version": "PGSSLMINPROTOCOLVERSION",
        "sslmode": "PGSSLMODE", "sslnegotiation": "PGSSLNEGOTIATION", "sslrootcert": "PGSSLROOTCERT",
        "sslsni": "PGSSLSNI", "target_session_attrs": "PGTARGETSESSIONATTRS",
    ]

    /// The parameters without one, which go through a service file.
    private static let allowedInService: Set<String> = [
        "fallback_application_name", "keepalives", "keepalives_count", "keepalives_idle", "keepalives_interval",
        "sslpassword", "tcp_user_timeout",
    ]
}
