/// Turns libpq's message about a failed connect into an error.
enum ConnectionFailure {
    static func error(message: String, parameters: ConnectionParameters) -> PostgresError {
        var text = message.trimmedLine
        if let password = parameters["password"], !password.isEmpty {
            text = text.replacing(password, with: "***")
        }
        return PostgresError(message: text)
    }
}
