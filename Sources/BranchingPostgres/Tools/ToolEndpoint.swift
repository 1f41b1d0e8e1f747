package import BranchingCore

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
