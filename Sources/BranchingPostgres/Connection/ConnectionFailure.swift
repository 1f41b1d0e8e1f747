/// Turns libpq's message about a failed connect into an error.
enum ConnectionFailure {
    static func error(message: String, parameters: ConnectionParameters) -> PostgresError {
        // libpq writes several lines, the later ones indented.
        var text = message.split(whereSeparator: \.isNewline).map { String($0).trimmedLine }.joined(separator: " ")
        text = SecretScrubbing.scrubbed(text, of: [parameters["password"], parameters["sslpassword"]])
        return PostgresError(message: text)
    }
}
