extension Configuration {
    /// How the server logs.
    package struct Logging: Sendable, Hashable {
        /// The least severe level: `trace` to `critical`.
        package let level: String
        /// How a line is written.
        package let format: Format

        init(_ values: ConfigurationValues) {
            level = values.text(.loggingLevel) ?? ""
            format = values.text(.loggingFormat).flatMap(Format.init) ?? .text
        }

        /// How a line is written.
        package enum Format: String, Sendable {
            /// For people.
            case text
            /// One JSON object a line.
            case json
        }
    }
}
