import BranchingCore
package import PostgresLink

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
