package import BranchingCore
package import PostgresLink

/// A database that a program works on and how to log in to it.
package struct ToolEndpoint: Sendable, Hashable {
    /// A parameter of libpq by its name, such as `sslmode` (manual, section 34.1.2).
    package struct Parameter: Sendable, Hashable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A host name, an address, the directory of a Unix socket, or several of them with commas between.
    package var host: String
    /// The port, or one for each host, with commas between.
    package var port: String
    package var user: String
    package var database: String
    package var password: Secret?
    /// Other libpq parameters: `sslmode`, `connect_timeout`, `application_name`, `keepalives_idle`, and so on. Also
    /// what the tools would read from the home directory, for they have none (`sslrootcert`).
    package var parameters: [Parameter]

    package init(
        host: String, port: String, user: String, database: String, password: Secret? = nil,
        parameters: [Parameter] = []
    ) {
        self.host = host
        self.port = port
        self.user = user
        self.database = database
        self.password = password
        self.parameters = parameters
    }

    /// What no message may contain.
    var secrets: [Secret] {
        [password].compactMap(\.self) + parameters.filter { $0.name == "sslpassword" }.map { Secret($0.value) }
    }
}

extension ToolEndpoint {
    /// The same server, role and database, for pg_dump and psql.
    ///
    /// - Parameter applicationName: identifies the tool's session when it has to be ended.
    package init(_ parameters: ConnectionParameters, facts: ConnectionFacts, database: String, applicationName: String)
    {
        // Where our own connection ended up, so that both go to the same server of a multi-host URL.
        let known: Set<String> = [
            "host", "hostaddr", "port", "user", "password", "dbname", "application_name", "passfile",
        ]
        var values = ConnectionDefaults.network(parameters)
        values["sslpassword"] = parameters.secrets["sslpassword"]?.reveal()
        let others = values.filter { !known.contains($0.key) }
            .sorted { $0.key < $1.key }
        self.init(
            host: facts.host, port: String(facts.port), user: facts.user, database: database,
            password: parameters.password,
            parameters: others.map { Parameter($0.key, $0.value) } + [Parameter("application_name", applicationName)])
    }
}
