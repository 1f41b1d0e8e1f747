public import BranchingCore

extension ConnectionParameters {
    /// What a user's connection string may set. Everything else could read a file or run code on the server's host.
    static let allowedFromUsers: Set<String> = [
        "host", "port", "user", "password", "dbname", "sslmode", "connect_timeout", "target_session_attrs",
    ]

    /// Reads a connection string that a user sent.
    ///
    /// The result uses none of the server's own credentials: no password file, no client certificate and, unless
    /// sockets are allowed, no socket on which PostgreSQL knows the user of this process (`peer`, manual section 21.9).
    ///
    /// - Parameter allowsSockets: whether a Unix socket may be named, or no host at all, which means one.
    /// - Throws: ``BranchError/invalidSource(_:)`` that names a forbidden parameter, or says what is missing.
    public static func untrusted(_ text: Secret, allowsSockets: Bool = false) throws(BranchError)
        -> ConnectionParameters
    {
        var parameters = try ConnectionParameters(parsing: text)
        if let scheme = scheme(of: text.reveal()), scheme != "postgresql", scheme != "postgres" {
            throw .invalidSource("The URL of a database starts with postgresql://.")
        }
        if let refused = parameters.revealed.keys.filter({ !allowedFromUsers.contains($0) }).min() {
            let allowed = allowedFromUsers.sorted().joined(separator: ", ")
            throw .invalidSource(
                "The parameter '\(refused)' is not allowed in a connection string. Allowed are \(allowed).")
        }
        guard let database = parameters["dbname"], !database.isEmpty else {
            throw .invalidSource("The connection string names no database: postgresql://user@host/DATABASE.")
        }
        try parameters.checkValues()
        if !allowsSockets { try requireHosts(parameters["host"]) }
        parameters["passfile"] = unusedFile
        parameters["sslcert"] = unusedFile
        parameters["sslkey"] = unusedFile
        parameters["gssencmode"] = "disable"
        return parameters
    }

    /// Every host is reached over TCP. libpq takes a leading slash for a directory of sockets, a leading `@` for an
    /// abstract socket, and nothing for its default socket (manual section 34.1.2).
    private static func requireHosts(_ list: String?) throws(BranchError) {
        let hosts = (list ?? "").split(separator: ",", omittingEmptySubsequences: false)
        guard hosts.allSatisfy({ $0.first.map { $0 != "/" && $0 != "@" } ?? false }) else {
            throw .invalidSource(
                "The connection string has to name a host for each server, and no Unix socket: over a socket PostgreSQL may take the server of ayb for its user. Name a host (postgresql://user@host/database), or have database.allow_socket_sources set to true on the server."
            )
        }
    }

    // libpq skips a password file or client certificate that does not exist, instead of looking in the home directory.
    private static let unusedFile = "/nonexistent/ayb"

    private static func scheme(of text: String) -> Substring? {
        guard let colon = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<colon.lowerBound]
        return scheme.allSatisfy({ $0.isLetter || $0.isNumber }) ? scheme : nil
    }
}
