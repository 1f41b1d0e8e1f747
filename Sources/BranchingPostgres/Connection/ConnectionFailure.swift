/// Turns libpq's message about a failed connect into an error.
enum ConnectionFailure {
    static func error(message: String, parameters: ConnectionParameters) -> PostgresError {
        // libpq writes several lines, the later ones indented.
        var text = message.split(whereSeparator: \.isNewline).map { String($0).trimmedLine }.joined(separator: " ")
        if let password = parameters["password"], !password.isEmpty {
            text = text.replacing(password, with: "***")
        }
        return PostgresError(message: text)
    }
}
