/// How to connect to a branch's database.
public struct BranchConnection: Sendable, Hashable {
    /// The host name, address, or directory of the Unix socket.
    public var host: String
    /// The port: 1 to 65535.
    public var port: Int
    /// The branch database.
    public var database: String
    /// The role to log in as.
    public var user: String
    /// Its password, if the server has one.
    public var password: Secret?
    /// Other connection parameters that a client needs, such as `sslmode`, in order.
    public var parameters: [Parameter]

    /// Makes a connection.
    public init(
        host: String, port: Int, database: String, user: String, password: Secret? = nil, parameters: [Parameter] = []
    ) {
        self.host = host
        self.port = port
        self.database = database
        self.user = user
        self.password = password
        self.parameters = parameters
    }

    /// One connection parameter (manual section 34.1.2).
    public struct Parameter: Sendable, Hashable {
        /// Its keyword.
        public var name: String
        /// Its value.
        public var value: String

        /// Makes a parameter.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}

extension BranchConnection {
    /// The connection as a URL (manual section 34.1.1.2).
    ///
    /// - Parameter includingPassword: whether the password is part of it.
    public func url(includingPassword: Bool) -> String {
        var credentials = PercentEncoding.text(user)
        if includingPassword, let password { credentials += ":" + PercentEncoding.text(password.reveal()) }
        var query = parameters
        var authority = ""
        if host.hasPrefix("/") {
            query.insert(Parameter(name: "host", value: host), at: 0)
            query.insert(Parameter(name: "port", value: String(port)), at: 1)
        } else {
            authority = (host.contains(":") ? "[\(host)]" : PercentEncoding.text(host)) + ":\(port)"
        }
        let pairs = query.map { "\($0.name)=\(PercentEncoding.text($0.value))" }
        let suffix = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        return "postgresql://\(credentials)@\(authority)/\(PercentEncoding.text(database))\(suffix)"
    }
}
