public import BranchingCore

extension ConnectionParameters {
    /// What a connection string from a user may set. Everything else could read a file or run code on the server's host.
    static let allowedFromUsers: Set<String> = [
        "host", "port", "user", "password", "dbname", "sslmode", "connect_timeout", "target_session_attrs",
    ]

    /// Reads a connection string that a user sent.
    ///
    /// The result uses none of the server's own credentials: no password file and no client certificate.
    ///
    /// - Throws: ``BranchError/invalidSource(_:)`` that names a parameter which is not allowed, or says what is missing.
    public static func untrusted(_ text: Secret) throws(BranchError) -> ConnectionParameters {
        var parameters = try ConnectionParameters(parsing: text)
        if let scheme = scheme(of: text.reveal()), scheme != "postgresql", scheme != "postgres" {
            throw .invalidSource("The URL of a database starts with postgresql://.")
        }
        if let refused = parameters.values.keys.filter({ !allowedFromUsers.contains($0) }).min() {
            let allowed = allowedFromUsers.sorted().joined(separator: ", ")
            throw .invalidSource(
                "The parameter '\(refused)' is not allowed in a connection string. Allowed are \(allowed).")
        }
        guard let database = parameters["dbname"], !database.isEmpty else {
            throw .invalidSource("The connection string names no database: postgresql://user@host/DATABASE.")
        }
        parameters["passfile"] = unusedFile
        parameters["sslcert"] = unusedFile
        parameters["sslkey"] = unusedFile
        parameters["gssencmode"] = "disable"
        return parameters
    }

    // libpq skips a password file or client certificate that does not exist, instead of looking in the home directory.
    private static let unusedFile = "/nonexistent/ayb"

    private static func scheme(of text: String) -> Substring? {
        guard let colon = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<colon.lowerBound]
        return scheme.allSatisfy({ $0.isLetter || $0.isNumber }) ? scheme : nil
    }
}
