/// An error of the server, or of the connection to it.
public struct PostgresError: Error, Sendable, Hashable {
    /// The server's code; nil if the server did not answer.
    public var sqlState: SQLState?
    /// What happened, without any secret.
    public var message: String
    /// The server's detail.
    public var detail: String?
    /// The server's hint.
    public var hint: String?
    /// The constraint that was violated.
    public var constraint: String?
    /// The statement that failed, without its values.
    public var statement: String?

    /// Makes an error.
    public init(
        sqlState: SQLState? = nil, message: String, detail: String? = nil, hint: String? = nil,
        constraint: String? = nil, statement: String? = nil
    ) {
        self.sqlState = sqlState
        self.message = message
        self.detail = detail
        self.hint = hint
        self.constraint = constraint
        self.statement = statement
    }

    /// Whether the server is away, going away, coming up or full, so that the same call may succeed later.
    ///
    /// Classes 08 (connection), 53 (resources) and 57P (operator intervention).
    public var isUnavailability: Bool {
        guard let sqlState else { return true }
        return sqlState.errorClass == "08" || sqlState == .tooManyConnections || sqlState.rawValue.hasPrefix("57P")
    }
}

extension PostgresError {
    /// The same error; if it is that of a lock, with the limit it comes from.
    func explained(by limits: WaitLimits) -> PostgresError {
        guard sqlState == .lockNotAvailable else { return self }
        var error = self
        error.message =
            "A lock that another session holds was not free within \(limits.lock.wholeSeconds) s (database.lock_timeout): \(message)."
        error.hint =
            error.hint ?? "See pg_locks and pg_stat_activity for who holds it, and try again when that is done."
        return error
    }
}

extension PostgresError: CustomStringConvertible {
    /// The message with the server's detail and hint.
    public var description: String {
        [message, detail, hint].compactMap(\.self).joined(separator: " ")
    }
}

/// Turns libpq's message about a failed connect into an error.
enum ConnectionFailure {
    static func error(message: String, parameters: ConnectionParameters) -> PostgresError {
        // libpq writes several lines, the later ones indented.
        var text = message.split(whereSeparator: \.isNewline).map { String($0).trimmedLine }.joined(separator: " ")
        text = SecretScrubbing.scrubbed(text, of: Array(parameters.secrets.values))
        return PostgresError(message: text)
    }
}
